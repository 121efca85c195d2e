// Reads {target: source} as JSON from standard input and writes each target: source in brotli, as small as it goes.
// A target stays empty when its source does not shrink.
import { readFile, rename, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** @param {string} target @param {string} source */
async function pack(target, source) {
  const content = await readFile(source);
  const packed = await compress(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  // Two builds may share the folder: a half-written file must never carry the final name.
  const part = `${target}-${process.pid}`;
  await writeFile(part, packed.length < content.length ? packed : "");
  await rename(part, target);
}

const jobs = Object.entries(JSON.parse(await text(process.stdin)));
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let job = jobs.pop(); job; job = jobs.pop()) await pack(...job);
  }),
);
