"""The site that stands: while nothing changes of what it was made from, it is what a build would make, and stays."""

import json
import logging
import os
import pkgutil
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import markdown.extensions
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_date
from pydantic import TypeAdapter

from generator.cache import Cache, key_of, pack, unpack
from generator.dates.instants import Instant
from generator.dates.today import EPOCH
from generator.files import Reader
from generator.fingerprint import fingerprint
from generator.plugin.folder import Contents
from generator.plugin.noted import Sign
from generator.plugin.options import root_of
from generator.problems import Problem
from generator.project import CONTENT, SNAPSHOTS, THEME
from generator.theme import packaged_theme
from generator.whole import Whole, look, signs_of

_PLUGINS = {"dateline", "search", "material/search"}
"""Those that read nothing but the site; any other may ask the network, a repository, or the clock."""
_EXTENSIONS = {module.name for module in pkgutil.iter_modules(markdown.extensions.__path__)}
"""Those that come with Python-Markdown, none of which reads a file."""
_OF_ONE_RUN = ("Cleaning site directory", "Building documentation to directory")
"""What MkDocs says of what it does, not of what it found."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a build has said: the records' problems, how many events on how many pages, and what MkDocs logged."""

    problems: tuple[Problem, ...]
    events: int
    pages: int
    logged: Sequence[tuple[str, int, str]] = ()
    """The logger's name, the level, and the words."""

    def log_again(self) -> None:
        """Say again what was logged."""
        for name, level, words in self.logged:
            logging.getLogger(name).log(level, "%s", words)


class Listener(logging.Handler):
    """Keeps what is logged, in words."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.heard: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, unless it is about one run only."""
        words = record.getMessage()
        if not words.startswith(_OF_ONE_RUN):
            self.heard.append((record.name, record.levelno, words))


@dataclass(slots=True)
class Standing:
    """Knows what the site would be built from, and what was said when the one that stands was built from the same."""

    cache: Cache
    site: Path
    settings: bytes
    root: Path
    places: Sequence[Path]
    _listener: Listener = field(default_factory=Listener)
    _before: Whole = field(default=Whole(b"", b"", has_links=False))

    @classmethod
    def of(cls, config: MkDocsConfig, site: Path, today: Instant, cache: Cache) -> "Standing | None":
        """Of a project whose site depends on nothing but what we know of; None of others."""
        extensions = {str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions}
        if config.hooks or not (config.plugins.keys() <= _PLUGINS and extensions <= _EXTENSIONS):
            return None
        settings = _settings(config)
        if not settings:
            return None
        root = root_of(config)
        level = logging.getLogger("mkdocs").getEffectiveLevel()
        epoch = os.environ.get(EPOCH, "")
        known = (fingerprint(), settings, str(root), str(today.seconds), get_build_date(), epoch, str(level))
        theme = [Path(folder) for folder in config.theme.dirs if not Path(folder).is_relative_to(sys.prefix)]
        own = dict.fromkeys(
            place.resolve() for place in (root / THEME, packaged_theme(), Path(config.docs_dir), *theme)
        )
        content = root / CONTENT
        places = (content, root / SNAPSHOTS, *(place for place in own if not place.is_relative_to(content)))
        return cls(cache, site, key_of(*known, *_libraries()), root, places)

    def told(self, reader: Reader) -> Told | None:
        """What a build would say, if it would leave the site as it stands."""
        self._before = look(self.places, self.settings, names_only=(self.root / SNAPSHOTS,), reader=reader)
        noted = _from_json(self.cache.get([self._key]).get(self._key))
        if noted is None or self._before.has_links:
            return None
        return noted[1] if noted[0] == _sign_of(Contents.of(self.site).files) else None

    def listen(self) -> None:
        """Keep what is logged from now on."""
        logging.getLogger("mkdocs").addHandler(self._listener)

    def note(self, told: Told, files: Mapping[str, Sign | None]) -> None:
        """Note what was said of the site that stands now with these files, unless something was written meanwhile."""
        self.forget()
        if signs_of(self.places) == self._before.signs:
            plain = (_sign_of(files), told.problems, told.events, told.pages, self._listener.heard)
            self.cache.put({self._key: pack(_STORED.dump_json(plain))})

    def forget(self) -> None:
        """Listen no more."""
        logging.getLogger("mkdocs").removeHandler(self._listener)

    @property
    def _key(self) -> bytes:
        return key_of("site", str(self.site), self._before.key)


def _sign_of(files: Mapping[str, Sign | None]) -> str:
    """How the files of a site were written."""
    return key_of(*(f"{path} {files[path]}" for path in sorted(files))).hex()


def _settings(config: MkDocsConfig) -> bytes:
    """All that the settings and the command say, but whether warnings are forbidden; nothing if it is no plain data."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        given = getattr(config, "user_configs", None)
    if given is None:
        return b""
    try:
        plain = [{name: value for name, value in dict(one).items() if name != "strict"} for one in given]
        # MkDocs takes the options of plugins and extensions out of what was given.
        plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
        extensions = [config.markdown_extensions, config.mdx_configs]
        return json.dumps([*plain, plugins, *extensions], default=_day).encode()
    except (TypeError, ValueError, RecursionError):
        return b""


def _day(value: object) -> str:
    """YAML reads an unquoted day as a date; a function, or an object of a library, may stand for anything."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError


def _libraries() -> Iterator[str]:
    """The libraries that are installed, with their versions, as the names of their folders tell."""
    for place in map(Path, sys.path):
        yield from sorted(found.name for kind in ("*.dist-info", "*.egg-info") for found in place.glob(kind))


def _from_json(stored: bytes | None) -> tuple[str, Told] | None:
    """How the files of a site were written, and what was said of it."""
    text = unpack(stored) if stored else None
    try:
        signs, problems, events, pages, logged = _STORED.validate_json(text or b"", strict=True)
    except ValueError:
        return None
    return signs, Told(problems, events, pages, logged)


_STORED = TypeAdapter(tuple[str, tuple[Problem, ...], int, int, list[tuple[str, int, str]]])
