// Node's mailauth on the questions of tests/bench/domain.py: JSON on stdin, seconds and results on stdout.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(import.meta.url);
const { spf } = require("mailauth/lib/spf");
const { dmarc } = require("mailauth/lib/dmarc");

const { zones, cases, walk, rounds, walks } = JSON.parse(await text(process.stdin));

/** What c-ares says, by the words of checker/lookup/model.py. */
const CODES = { nxdomain: "ENOTFOUND", nodata: "ENODATA", servfail: "ESERVFAIL", timeout: "ETIMEOUT" };

function failed(cause) {
  return Object.assign(new Error(cause), { code: CODES[cause] });
}

/** Answers from a mapping, as Node's dns.promises.resolve does; aliases are followed. */
function resolverOf(zone) {
  const parents = new Set(Object.keys(zone).flatMap((name) => name.split(".").map((_, at, all) => all.slice(at + 1).join("."))));
  return async (domain, rdtype) => {
    let name = domain.toLowerCase().replace(/\.$/, "");
    for (let step = 0; step < 16; step += 1) {
      const found = zone[name];
      if (found === undefined) throw failed(parents.has(name) ? "nodata" : "nxdomain");
      const alias = Array.isArray(found.CNAME) && rdtype !== "CNAME" ? found.CNAME[0] : undefined;
      if (alias === undefined) {
        const records = found[rdtype] ?? [];
        if (!Array.isArray(records)) throw failed(records);
        if (records.length === 0) throw failed("nodata");
        if (rdtype === "TXT") return records.map((record) => [record]);
        if (rdtype === "MX") return records.map(({ preference, host }) => ({ priority: preference, exchange: host }));
        return [...records];
      }
      name = alias;
    }
    throw failed("servfail");
  };
}

const resolvers = zones.map(resolverOf);
const seconds = async (work) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const results = [];
async function check() {
  for (const { zone, host, mail_from, helo } of cases) {
    const sender = mail_from || `postmaster@${helo}`;
    const found = await spf({ sender, ip: host, helo, mta: "receiver.example", resolver: resolvers[zone], strict: true });
    results.push(found?.status?.result ?? "none");
  }
}

async function discover() {
  const resolver = resolverOf(walk.zone);
  const { author, spf: bounce, dkim } = walk;
  for (let turn = 0; turn < walks; turn += 1) {
    await dmarc({ headerFrom: author, spfDomains: [{ domain: bounce }], dkimDomains: [{ domain: dkim }], resolver });
  }
}

const spfSeconds = [], dmarcSeconds = [];
for (let round = 0; round < rounds; round += 1) {
  results.length = 0;
  spfSeconds.push(await seconds(check));
  dmarcSeconds.push(await seconds(discover));
}
console.log(JSON.stringify({ spf: spfSeconds, dmarc: dmarcSeconds, results }));
