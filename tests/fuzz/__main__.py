"""`python -m tests.fuzz records --seconds 60`: one target, guided by what of our code an input reaches; or all."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.soak import tries

KEPT = Path(__file__).parents[2] / ".cache/fuzz"
"""What is kept of each target, for the next run."""
WATCHED = 5
"""Code that is watched takes as many times as long."""
STUCK = 120
"""Seconds after which an input that no bell can end, in compiled code, ends the run."""


def main() -> None:
    """Fuzz a target, or every one, each in a process of its own; ends with a failure where an input failed."""
    arguments = argparse.ArgumentParser(prog="python -m tests.fuzz")
    arguments.add_argument("target", nargs="?", help="which one; all of them if none is named")
    arguments.add_argument("--seconds", type=float, default=tries(60, 30), help="how long each target is tried")
    given = arguments.parse_args()
    try:
        import atheris
    except ImportError:
        sys.exit("There is no atheris here, whose wheels are for Linux on x86-64: nothing was fuzzed.")
    # Nothing of ours may have been imported before.
    with atheris.instrument_imports(include=["generator"]):
        from tests.fuzz.bound import FOUND, attempt
        from tests.fuzz.targets import TARGETS
        from tests.fuzz.tokens import dictionary
    if given.target is None:
        command = [sys.executable, "-m", "tests.fuzz", "--seconds", f"{given.seconds}"]
        with TemporaryDirectory() as place:  # a target ends without putting away what it wrote
            own = {**os.environ, "TMPDIR": place}
            failed = [name for name in TARGETS if subprocess.run([*command, name], check=False, env=own).returncode]
        sys.exit(f"These failed: {', '.join(failed)}." if failed else 0)
    if given.target not in TARGETS:
        sys.exit(f"There is no target {given.target}: name one of {', '.join(TARGETS)}.")
    target = TARGETS[given.target]
    print(f"{target.name}: {target.tells}", flush=True)
    corpus = KEPT / target.name
    for folder in (corpus, FOUND):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = KEPT / "tokens.dict"
    words.write_text(dictionary())
    options = {
        "dict": words,
        "max_total_time": max(1, round(given.seconds)),
        "timeout": STUCK,
        "rss_limit_mb": 4096,
        "max_len": 20_000,
        "artifact_prefix": f"{FOUND}/{target.name}-",
        "print_final_stats": 1,
        "verbosity": 0,
    }
    atheris.Setup(
        [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(corpus)],
        lambda data: attempt(target, data, WATCHED),
    )
    atheris.Fuzz()


main()
