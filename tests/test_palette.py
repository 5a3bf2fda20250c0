"""The colours of the legend's groups are told apart by everybody, on light paper and on dark."""

import re
from itertools import combinations

import pytest
import yaml
from coloraide import Color

from tests.examples import REPOSITORY

APART = 12  # CIEDE2000; from about 2 on a difference is seen side by side, and marks are small and stand far apart
SEEN = 3  # : 1, of what is not text (WCAG 2.2, 1.4.11)
VISION = (None, "protan", "deutan", "tritan")


def groups() -> dict[str, str]:
    """The colour of each group: that of its first kind."""
    kinds = yaml.safe_load((REPOSITORY / "content/vocabulary.yaml").read_text())["kinds"]
    found: dict[str, str] = {}
    for kind in kinds.values():
        found.setdefault(kind["group"], kind["colour"])
    return found


def on_dark(colour: str) -> str:
    """Half way to white, as theme.js has it."""
    return "#" + "".join(f"{(int(colour[at : at + 2], 16) + 255 + 1) // 2:02x}" for at in (1, 3, 5))


def papers(scheme: int) -> list[str]:
    """The paper and the shades of eras, from the light tokens or the dark ones."""
    tokens = (REPOSITORY / "theme_overrides/assets/stylesheets/tokens.css").read_text()
    return [re.findall(rf"--dl-{name}: (#[0-9a-f]{{6}})", tokens)[scheme] for name in ("paper", "era-a", "era-b")]


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_two_groups_look_alike(scheme: str, vision: str | None) -> None:
    seen = {}
    for name, colour in groups().items():
        drawn = Color(colour if scheme == "light" else on_dark(colour))
        seen[name] = drawn if vision is None else drawn.filter(vision)
    assert len(seen) == 5
    near = {pair: seen[pair[0]].delta_e(seen[pair[1]], method="2000") for pair in combinations(seen, 2)}
    assert {pair: round(distance, 1) for pair, distance in near.items() if distance < APART} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_group_is_seen_on_paper_and_on_eras(scheme: str) -> None:
    for name, colour in groups().items():
        drawn = Color(colour if scheme == "light" else on_dark(colour))
        for paper in papers(scheme == "dark"):
            assert drawn.contrast(Color(paper), method="wcag21") >= SEEN, (name, paper)
