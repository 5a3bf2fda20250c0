"""A client of the YAML language server, which is what editors ask: over its standard input and output, as they do."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.examples import REPOSITORY
from tests.node import NODE

SERVER = REPOSITORY / "node_modules/yaml-language-server/bin/yaml-language-server"


class Editor:
    """An editor with a project's folder open; `settings` is what its settings file holds."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path, settings: dict[str, Any]) -> None:
        self.process, self.root, self.settings, self.number = process, root, settings, 0
        self.versions: dict[str, int] = {}
        """How often each document was written."""
        self.told: dict[str, list[Any]] = {}
        """The last diagnostics of each document."""
        self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": "project"}],
                "capabilities": {
                    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}},
                    "workspace": {"configuration": True, "workspaceFolders": True},
                },
            },
        )
        self.notify("initialized", {})
        self.notify("workspace/didChangeConfiguration", {"settings": self._nested()})

    def open(self, path: str, text: str) -> list[Any]:
        """Open a document, or write it anew where it is open, and return what the server finds wrong with it."""
        uri = (self.root / path).as_uri()
        self.told.pop(uri, None)
        version = self.versions[uri] = self.versions.get(uri, 0) + 1
        document = {"uri": uri, "version": version}
        if version == 1:
            self.notify("textDocument/didOpen", {"textDocument": {**document, "languageId": "yaml", "text": text}})
        else:
            self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})
        while uri not in self.told:
            self._take(self._read())
        return self.told[uri]

    def labels(self, path: str, line: int, character: int) -> list[str]:
        """What the server offers at a place; line and character count from 0."""
        found = self.request("textDocument/completion", self._at(path, line, character))
        return [item["label"] for item in (found["items"] if isinstance(found, dict) else found or [])]

    def hover(self, path: str, line: int, character: int) -> str:
        """What the server explains at a place, as Markdown."""
        found = self.request("textDocument/hover", self._at(path, line, character))
        return str(found["contents"]["value"]) if found else ""

    def request(self, method: str, parameters: Any) -> Any:
        """Ask, and wait for the answer."""
        self.number += 1
        self._write({"id": self.number, "method": method, "params": parameters})
        while True:
            message = self._read()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def notify(self, method: str, parameters: Any) -> None:
        """Tell."""
        self._write({"method": method, "params": parameters})

    def _at(self, path: str, line: int, character: int) -> Any:
        return {
            "textDocument": {"uri": (self.root / path).as_uri()},
            "position": {"line": line, "character": character},
        }

    def _take(self, message: Any) -> None:
        """Keep diagnostics, and answer what the server asks an editor."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"]["items"] if message["method"] == "workspace/configuration" else []
            nested = self._nested()
            answer = [nested.get(item.get("section")) for item in asked] if asked else None
            self._write({"id": message["id"], "result": answer})

    def _nested(self) -> dict[str, Any]:
        """Settings as the protocol has them: `yaml.schemas` is `schemas` in `yaml`."""
        nested: dict[str, Any] = {}
        for name, value in self.settings.items():
            section, _, key = name.partition(".")
            nested.setdefault(section, {})[key] = value
        return nested

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _read(self) -> Any:
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server ended"
        return json.loads(self.process.stdout.read(length))


@contextmanager
def editor(root: Path, settings: dict[str, Any]) -> Iterator[Editor]:
    """Open a folder in an editor."""
    command = [str(NODE), str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Editor(process, root, settings)
        finally:
            process.kill()
