"""A language model behind an OpenAI-compatible endpoint: asked within bounds, and never told the key by redirects."""

import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import httpx

KEY = "DATELINE_LLM_KEY"
"""The environment variable that holds the key, where the endpoint wants one."""
_MOST_BYTES = 1_000_000
_AT_ONCE = 3
_MOST_FAILURES = 3
"""After so many failures one after another, a model is not asked again."""

Message = dict[str, str]


class ModelError(Exception):
    """A model that gave no answer, and why, as one line."""


class Model:
    """A model by its endpoint's address and its name; `seconds` are what one answer may take."""

    def __init__(self, url: str, name: str, key: str | None = None, seconds: float = 60.0) -> None:
        self._name, self._seconds = name, seconds
        self._url = f"{url.rstrip('/')}/chat/completions"
        headers = {"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {})
        self._client = httpx.Client(headers=headers, timeout=seconds, follow_redirects=False, trust_env=False)
        self._failures = 0

    def ask_all(self, questions: Sequence[list[Message]], done: Callable[[int], None]) -> list[str | ModelError]:
        """Ask some questions at once, and tell how many are done; in their order, an answer or why there is none."""
        found: list[str | ModelError] = []
        with self._client, ThreadPoolExecutor(_AT_ONCE) as pool:
            for answer in pool.map(self._tried, questions):
                found.append(answer)
                done(len(found))
        return found

    def _tried(self, messages: list[Message]) -> str | ModelError:
        if self._failures >= _MOST_FAILURES:
            return ModelError(f"the model was not asked: it failed {_MOST_FAILURES} times before")
        try:
            answer = self._asked(messages)
        except ModelError as error:
            self._failures += 1
            return error
        self._failures = 0
        return answer

    def _asked(self, messages: list[Message]) -> str:
        until = time.monotonic() + self._seconds
        asked = {"model": self._name, "temperature": 0, "messages": messages}
        body = bytearray()
        try:
            with self._client.stream("POST", self._url, json=asked) as answer:
                if answer.status_code != 200:
                    raise ModelError(f"the model's server answers {answer.status_code}")
                for part in answer.iter_raw():
                    body += part
                    if len(body) > _MOST_BYTES:
                        raise ModelError(f"the model's answer is larger than {_MOST_BYTES // 1_000_000} MB")
                    if time.monotonic() > until:
                        raise ModelError("the model does not answer in time")
        except httpx.TimeoutException:
            raise ModelError("the model does not answer in time") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ModelError(f"the model cannot be asked: {str(error)[:120] or type(error).__name__}") from None
        return _said(bytes(body))


def _said(body: bytes) -> str:
    try:
        said = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        said = None
    if not isinstance(said, str):
        raise ModelError("the model's server answers in another form than `choices[0].message.content`")
    return said
