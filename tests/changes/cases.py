"""Two versions of a small project as one file, with the Markdown that tells what is different between them.

Both stand on examples/base.txt. A part `=== - path` is a file of the version before, `=== + path` one of that after,
`=== path` one of both; a part that is only its heading deletes the file. The last part, `=== means`, is expected.
"""

from pathlib import Path

from tests.examples import FOLDER, Example, parts_of

CASES = Path(__file__).parent / "cases"
MEANS = "means"


def case_names() -> list[str]:
    """Every case."""
    return sorted(file.stem for file in CASES.glob("*.txt"))


def expected(name: str) -> str:
    """The Markdown that is expected of a case."""
    return parts_of((CASES / f"{name}.txt").read_text(encoding="utf-8")).get(MEANS, "")


def write_expected(name: str, text: str) -> None:
    """Put what a case means in the place of what was expected."""
    file = CASES / f"{name}.txt"
    head = file.read_text(encoding="utf-8").partition(f"=== {MEANS}\n")[0]
    file.write_text(f"{head}=== {MEANS}\n{text}", encoding="utf-8")


def write_case(name: str, folder: Path) -> tuple[Path, Path]:
    """Write both versions of a case below a folder."""
    base = parts_of((FOLDER / "base.txt").read_text(encoding="utf-8"))
    own = parts_of((CASES / f"{name}.txt").read_text(encoding="utf-8"))
    return (_write(base, own, "-", folder / "before"), _write(base, own, "+", folder / "after"))


def _write(base: dict[str, str], own: dict[str, str], sign: str, root: Path) -> Path:
    files = dict(base)
    for heading, text in own.items():
        mark, _, path = heading.rpartition(" ")
        if mark in ("", sign) and path != MEANS:
            files[path] = text
    return Example("", {path: text for path, text in files.items() if text}, "").write(root)
