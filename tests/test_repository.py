"""What the repository itself promises: a lock that names no host, and no text that belongs to a publisher."""

import re
import subprocess

from tests.examples import REPOSITORY


def test_the_lock_pins_every_package_with_hashes_and_names_no_host() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text()
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)
    requirements = re.split(r"\n(?=[a-z])", lock.strip(), flags=re.IGNORECASE)
    assert len(requirements) > 40
    for requirement in requirements:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


def test_no_snapshot_and_no_built_site_is_tracked() -> None:
    done = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    tracked = done.stdout.splitlines()
    assert [path for path in tracked if path.startswith(("snapshots/", "site/", ".venv/"))] == []
