"""The search: its data are small, and whatever stands in a title finds its event."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import build, declare
from generator.cache import Cache
from generator.dates.today import read_day
from generator.making import Job, make_outputs
from generator.outputs.formats.find_index import bucket_of, packed
from generator.remembering import Inputs, Maker
from generator.words.folding import _WORDS, fold
from tests.bench.archive import write_archive
from tests.bench.search import place_of, read_queries
from tests.browser.conftest import write_harbours
from tests.examples import REPOSITORY
from tests.node import run_module

TODAY = read_day("2026-11-23")
FINDER = (REPOSITORY / "theme_overrides/assets/javascripts/search/finder.js").as_uri()
EVENTS = 1_000
TITLES = {
    "2024-05-07-zh": "阿联酋与以色列签署和平协议",
    "2024-05-07-ja": "東京で首脳会談が開かれる",
    "2024-05-07-ar": "الرئيس يزور القاهرة",
    "2024-05-07-he": "הממשלה אישרה את ההסכם",
    "2024-05-07-pl": "Łódź’s “Øresund” – naïve Straße",
    "2024-05-07-kk": "Қазақстан’s envoy visits Kazakhstan’s capital",
    "2024-05-07-hi": "हिन्दी में संधि",
    "2024-05-07-jets": "F-35s for the U.A.E. from the BlueHarbour yard",
}

Query = tuple[str, dict[str, Any]]
Find = Callable[[list[Query]], list[dict[str, Any]]]


def finder_of(folder: Path) -> Find:
    """Ask the browser's engine about an index on disk, each time without anything that it has fetched before."""

    def find(queries: list[Query]) -> list[dict[str, Any]]:
        script = f"""
        import {{ createFinder }} from {json.dumps(FINDER)};
        const {{ base, queries }} = read();
        const found = [];
        for (const [text, query] of queries) {{
          const files = [];
          const fetch = async (address) => {{
            files.push(address);
            return {{ ok: true, status: 200, json: async () => JSON.parse(readFileSync(address, 'utf8')) }};
          }};
          found.push({{ ...(await createFinder({{ base, fetch }}).find(text, query)), files }});
        }}
        console.log(JSON.stringify(found));"""
        result: list[dict[str, Any]] = json.loads(run_module(script, {"base": f"{folder}/", "queries": queries}))
        return result

    return find


def publish(root: Path, folder: Path) -> dict[str, str]:
    """Build a project, and write the search's data to a folder; gives them by path."""
    built = build(root, TODAY)
    data = {made.path: made.text for made in built.artifacts if made.path.startswith("data/find")}
    assert data, built.problems
    for path, text in data.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return data


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    return {}


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory, titles: dict[str, str]) -> Find:
    root, folder = tmp_path_factory.mktemp("harbours"), tmp_path_factory.mktemp("data")
    write_harbours(root)
    files = sorted((root / "content/events").rglob("*.yaml"))
    plain = yaml.safe_load(files[-1].read_text(encoding="utf-8"))
    for key, title in TITLES.items():
        record = {field: plain[field] for field in ("kind", "evidence")}
        event = {"title": title, "date": "2024-05-07", "status": "occurred", **record}
        file = root / f"content/events/2024/{key}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(yaml.safe_dump(event, allow_unicode=True), "utf-8")
    publish(root, folder)
    for file in sorted((root / "content/events").rglob("*.yaml")):
        record = yaml.safe_load(file.read_text(encoding="utf-8"))
        if "withdrawn" not in record:
            title = record["title"]
            titles[file.stem] = title if isinstance(title, str) else title["en"]
    return finder_of(folder)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Find, Path, dict[str, str]]:
    root, folder = tmp_path_factory.mktemp("archive"), tmp_path_factory.mktemp("data")
    return finder_of(folder), folder, publish(write_archive(root, EVENTS), folder)


def ids(found: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in found["hits"] if hit["kind"] == "event"]


def titles_of(data: dict[str, str]) -> Iterator[str]:
    """The titles of an archive's first events."""
    for shown in json.loads(data["data/find/event-0.json"]):
        yield shown[1]


def test_every_word_of_every_title_finds_its_event(harbours: Find, titles: dict[str, str]) -> None:
    asked = [(key, word) for key, title in titles.items() for word in _WORDS.findall(fold(title))]
    whole = {"limit": 10_000, "kinds": ["event"]}
    for (key, word), found in zip(asked, harbours([(word, whole) for _, word in asked]), strict=True):
        assert key in ids(found), word
    begun = [(key, word[: max(1, len(word) - 1)]) for key, word in asked]
    for (key, word), found in zip(begun, harbours([(word, whole) for _, word in begun]), strict=True):
        assert key in ids(found), word


def test_a_whole_title_finds_its_event_first(harbours: Find, titles: dict[str, str]) -> None:
    for (key, title), found in zip(titles.items(), harbours([(title, {}) for title in titles.values()]), strict=True):
        assert found["hits"][0]["title"] == title, key
        assert found["whole"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("以色列", "2024-05-07-zh"),
        ("会談", "2024-05-07-ja"),
        ("رئيس", "2024-05-07-ar"),
        ("الرييس", "2024-05-07-ar"),
        ("ממשלה", "2024-05-07-he"),
        ("lodz oresund", "2024-05-07-pl"),
        ("strasse", "2024-05-07-pl"),
        ("Kazakhstan's", "2024-05-07-kk"),
        ("KAZAKHSTAN", "2024-05-07-kk"),
        ("Ｋａｚａｋｈ", "2024-05-07-kk"),
        ("kazakstan", "2024-05-07-kk"),
        ("azakhstan", "2024-05-07-kk"),
        ("qazakhstan", "2024-05-07-kk"),
        ("kazkhsatan", "2024-05-07-kk"),
        ("envyo kazakh", "2024-05-07-kk"),
        ("हिन्दी", "2024-05-07-hi"),
        *(
            (words, "2024-05-07-jets")
            for words in ("F35", "f-35", "F35s", "UAE", "u.a.e.", "blue harbour", "blue-harbo")
        ),
    ],
)
def test_a_reader_finds_it_however_it_is_typed(harbours: Find, text: str, key: str) -> None:
    (found,) = harbours([(text, {})])
    assert key in ids(found)
    assert found["whole"]


def test_a_name_finds_who_has_it_and_below_them_what_they_took_part_in(harbours: Find) -> None:
    for text in ("the elms", "theelms", "sorrélie"):
        (found,) = harbours([(text, {})])
        assert found["hits"][0]["kind"] == "actor", text
        assert found["kinds"]["event"] > 1, text
        assert found["whole"]


def test_a_reader_s_queries_find_what_is_wanted_near_the_top(harbours: Find) -> None:
    queries = read_queries(REPOSITORY / "tests/sites/harbours.queries.txt")
    found = harbours([(query.text, {"limit": 24}) for query in queries])
    places = {query.text: place_of(query, one["hits"]) for query, one in zip(queries, found, strict=True)}
    assert len(places) >= 60
    assert {text: place for text, place in places.items() if not 1 <= place <= 3} == {}
    assert sum(place == 1 for place in places.values()) >= 0.9 * len(places)


def test_a_document_is_marked_where_it_matches(harbours: Find) -> None:
    for text, marked in (
        ("Kazakhstan's", "Kazakhstan"),
        ("以色列", "以色列"),
        ("lodz", "Łódź"),
        ("رئيس", "الرئيس"),
    ):
        (found,) = harbours([(text, {"kinds": ["event"]})])
        hit = found["hits"][0]
        start, end = hit["titleMarks"][0]
        assert hit["title"][start:end] == marked


@pytest.mark.long
def test_an_archive_moves_little_for_any_query(archive: tuple[Find, Path, dict[str, str]]) -> None:
    find, folder, data = archive
    words = list(dict.fromkeys(_WORDS.findall(fold(" ".join(list(titles_of(data))[:20])))))[:14]
    asked = [*"abcdefgijlnoprstw", "po", "northern c", "embasy", "zmbassy", "actor 12", *words]
    asked += [" ".join(words[at : at + 2]) for at in range(12)]
    asked += [" ".join(words[at : at + 4]) for at in range(11)]
    assert len(asked) >= 58
    weights = {f"{folder}/{path}": len(gzip.compress(text.encode())) for path, text in data.items()}
    for text, found in zip(asked, find([(text, {}) for text in asked]), strict=True):
        assert found["hits"], text
        assert sum(weights[file] for file in found["files"]) <= 35_000, text
    assert sum(weights.values()) <= 400 * EVENTS
    assert len(gzip.compress(data["data/find.json"].encode())) <= 4_000


def test_filters_leave_what_they_say_and_tell_what_others_would(archive: tuple[Find, Path, dict[str, str]]) -> None:
    find, _, _ = archive
    (plain,) = find([("grain", {})])
    kinds, year = plain["kinds"], max(plain["years"], key=lambda year: int(plain["years"][year]))
    line = next(iter(plain["storylines"]))
    queries: list[Query] = [("grain", {"kinds": [kind]}) for kind in kinds]
    queries += [("grain", {"year": int(year)}), ("grain", {"storyline": line})]
    *by_kind, by_year, by_line = find(queries)
    assert {kind: found["total"] for kind, found in zip(kinds, by_kind, strict=True)} == kinds
    assert sum(kinds.values()) == plain["total"]
    assert all({hit["kind"] for hit in found["hits"]} == {kind} for kind, found in zip(kinds, by_kind, strict=True))
    assert by_year["total"] == plain["years"][year]
    assert by_year["years"] == plain["years"]
    assert plain["storylines"][line] <= by_line["total"] <= plain["storylines"][line] + 1


def test_quotes_lead_to_their_words(archive: tuple[Find, Path, dict[str, str]]) -> None:
    find, _, data = archive
    key, title, date, quote, at = json.loads(data["data/find/quote-3.json"])[4]
    (found,) = find([(quote, {"kinds": ["quote"]})])
    hit = found["hits"][0]
    assert (hit["kind"], hit["id"], hit["title"], hit["date"]) == ("quote", key, title, date)
    assert hit["href"] == f"events/{key}/{at}"
    assert hit["excerpt"]["text"] == quote


def test_a_quote_s_address_is_a_place_on_its_event_s_page(tmp_path: Path) -> None:
    built = {made.path: made.text for made in build(write_harbours(tmp_path), TODAY).artifacts}
    quotes = [one for path, text in built.items() if path.startswith("data/find/quote-") for one in json.loads(text)]
    assert len(quotes) >= 15
    for key, _, _, quote, at in quotes:
        assert f'id="{at.removeprefix("#")}"' in built[f"events/{key}.md"], quote


def test_a_headline_finds_its_article_and_what_was_withdrawn_says_so(harbours: Find) -> None:
    headline, withdrawn = harbours([("大防波堤で火災", {}), ("dockers strike again", {})])
    (hit,) = [hit for hit in headline["hits"] if hit["kind"] == "article"]
    assert hit["href"] == "articles/2023-10-08-minato-shimbun-fire/"
    (first, *_) = withdrawn["hits"]
    assert (first["id"], first["date"]) == ("2024-07-01-dockers-strike", "1 July 2024 · Withdrawn")


@pytest.mark.long
def test_an_edited_event_costs_its_own_words_and_the_data_are_what_they_would_be(tmp_path: Path) -> None:
    root = write_archive(tmp_path / "archive", 200)
    cache = Cache(tmp_path / "cache")
    again: list[str] = []

    def data() -> dict[str, str]:
        declared = declare(root, TODAY)
        outputs = [output for output in declared.outputs if output.path.startswith("data/find")]
        maker = Maker.of(cache, Inputs(root, declared.site, b"code"), outputs).recall(outputs)
        (shared,) = {id(output.shared): output.shared for output in outputs if output.shared}.values()
        parts = shared.parts()
        again[:] = [part.path for part in parts if not maker.of_parts(parts).remembers(part)]
        made, problem = make_outputs(Job(str(root), outputs, maker, lambda artifact: (artifact.path, artifact.text)))
        assert problem is None
        return dict(made)

    def fresh() -> dict[str, str]:
        return {one.path: one.text for one in build(root, TODAY).artifacts if one.path.startswith("data/find")}

    assert data() == fresh()
    assert len(again) >= 16
    event = sorted((root / "content/events").rglob("*.yaml"))[100]
    record = yaml.safe_load(event.read_text(encoding="utf-8"))
    for changed in ({"title": "Quokkas elect an envoy"}, {"date": "1901-01-01"}, {"evidence": record["evidence"][:1]}):
        event.write_text(yaml.safe_dump(record | changed), encoding="utf-8")
        assert data() == fresh(), changed
        assert 0 < len(again) <= 12
    actor = root / f"content/actors/{record['actors'][0]}.yaml"
    actor.write_text(actor.read_text(encoding="utf-8").replace("name: ", "name: Renamed "), encoding="utf-8")
    assert data() == fresh()


def test_what_no_document_holds_whole_is_said(archive: tuple[Find, Path, dict[str, str]]) -> None:
    find, _, _ = archive
    most, none = find([("grain xyzzyplugh", {}), ("xyzzyplugh", {})])
    assert most["hits"] and not most["whole"]
    assert not none["hits"] and not none["total"]


def test_numbers_are_packed_in_digits_of_five_bits() -> None:
    assert packed([0, 1, 33, 34]) == "AAfA"
    assert packed([32]) == "gB"
    assert packed([]) == ""


def test_a_key_always_stands_in_the_same_file() -> None:
    assert bucket_of("the", 1 << 32) == 0x3C456DE6
