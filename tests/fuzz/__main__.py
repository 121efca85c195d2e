"""python -m tests.fuzz READER [libFuzzer's options]: fuzz a reader, such as smtp.read or redact.

`python -m tests.fuzz --fetch` only fetches the fuzzer. What it finds is written to build/fuzz/READER/.
"""

import sys
from importlib import import_module
from pathlib import Path

from tests.fuzz.fetch import FUZZ, PACKAGES, fetch, is_here
from tests.fuzz.target import hold, reader, seeds

NO_WHEEL = "There is no wheel of the fuzzer for this Python and machine."


def main(arguments: list[str]) -> int:
    """Fetch the fuzzer where it is asked for, or run it; 77 where it is not here."""
    if arguments[:1] == ["--fetch"]:
        return 0 if is_here() or fetch() else 77
    if not arguments:
        print(__doc__)
        return 2
    if not is_here():
        print(NO_WHEEL, file=sys.stderr)
        return 77
    return _run(arguments[0], arguments[1:])


def _run(name: str, options: list[str]) -> int:
    sys.path.insert(0, str(PACKAGES))
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["checker"]):
        read = reader(name)
    folder = _folder(name)
    found = f"-artifact_prefix={folder}/found-"
    atheris.Setup([sys.argv[0], *options, found, str(folder / "corpus")], lambda data: hold(name, read, data))
    atheris.Fuzz()
    return 0


def _folder(name: str) -> Path:
    """Make the folder of a reader, with the seeds in its corpus."""
    folder = FUZZ / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number:04}").write_bytes(seed)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
