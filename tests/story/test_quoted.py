"""A quote stands once on a page, and what came before and after is told once."""

from pathlib import Path

from generator.build import check_content
from generator.story.quoted import anchor_of, quoted_in, quoted_of
from tests.examples import TODAY, project

ARTICLE = "2031-05-02-harbour-post-treaty"
EVENT = f"""title: It
date: 2031-05-01
kind: meeting
storylines: [one, two]
related: [{{event: linked, relation: follows}}]
evidence:
  - {{article: {ARTICLE}, quote: the first words}}
  - {{article: {ARTICLE}, quote: other words}}
claims:
  - {{said_by: A, text: x, evidence: [{{article: {ARTICLE}, quote: other words}}]}}
  - {{said_by: B, text: y, evidence: [{{article: {ARTICLE}, quote: its own words}}]}}
  - {{said_by: C, text: z, evidence: [{{article: {ARTICLE}, quote: its own words, says: again}}]}}
"""
OTHER = "title: O\nkind: meeting\nstorylines: [one, two]\n" + f"evidence: [{{article: {ARTICLE}, says: x}}]\n"
STORYLINE = "title: S\nincludes: All of it.\n"
FILES = {
    "content/events/it.yaml": EVENT,
    "content/events/before.yaml": f"{OTHER}date: 2031-04-01\n",
    "content/events/linked.yaml": f"{OTHER}date: 2031-05-20\n",
    "content/storylines/one.yaml": STORYLINE,
    "content/storylines/two.yaml": STORYLINE,
}


def test_each_quote_stands_once(tmp_path: Path) -> None:
    dossier = check_content(project(tmp_path, FILES), TODAY).site.dossiers["it"]
    quoted = quoted_of(dossier)
    first, other = dossier.event.evidence
    own, again = dossier.event.claims[1].evidence[0], dossier.event.claims[2].evidence[0]
    assert quoted.stands(first, "lead", 0)
    assert not quoted.stands(first, ARTICLE, 0)
    assert quoted.stands(other, ARTICLE, 1)
    assert not quoted.stands(other, "claims-0", 0)
    assert quoted.stands(own, "claims-1", 0)
    assert not quoted.stands(again, "claims-2", 0)
    assert len({anchor_of(item) for item in (first, other, own)}) == 3
    assert not quoted_in([]).stands(first, "lead", 0)


def test_the_id_of_a_quote_follows_its_words_not_their_signs(tmp_path: Path) -> None:
    first = check_content(project(tmp_path, FILES), TODAY).site.dossiers["it"].event.evidence[0]
    assert anchor_of(first) == anchor_of(first.model_copy(update={"quote": "the  first words"}))
    assert anchor_of(first) != anchor_of(first.model_copy(update={"article": "another"}))


def test_what_came_before_is_told_once_with_all_its_storylines(tmp_path: Path) -> None:
    dossier = check_content(project(tmp_path, FILES), TODAY).site.dossiers["it"]
    (near,) = dossier.near  # what it is linked to stands among its links
    assert (near.event.id, near.is_before) == ("before", True)
    assert [storyline.id for storyline in near.storylines] == ["one", "two"]
    assert {one.after.id for one in dossier.neighbours if one.after} == {"linked"}
