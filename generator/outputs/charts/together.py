"""Who appears with whom: how many events name both of two actors, ordered so that those who meet stand side by side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

MOST = 20

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Together:
    """Actors in an order that shows clusters, how many events name each, and how many both of a pair."""

    actors: tuple[str, ...]
    alone: dict[str, int]
    both: dict[Pair, int]

    @property
    def foremost(self) -> tuple[str, str, int] | None:
        """The pair that appears together most often, and how often; None where none does, or several as often."""
        ranked = sorted(self.both.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        pair, count = ranked[0]
        first, second = sorted(pair, key=lambda actor: (-self.alone[actor], actor))
        return first, second, count


def together(events: Iterable[Iterable[str]]) -> Together:
    """Count the actors of events: those who appear most often with another one, and their pairs."""
    found = [sorted(set(actors)) for actors in events]
    alone = Counter(actor for actors in found for actor in actors)
    shared = Counter(actor for actors in found if len(actors) > 1 for actor in actors)
    most = sorted(shared, key=lambda actor: (-shared[actor], actor))[:MOST]
    chosen = set(most)
    pairs = Counter(pair for actors in found for pair in combinations([one for one in actors if one in chosen], 2))
    both = Counter({frozenset(pair): count for pair, count in pairs.items()})
    kept = [actor for actor in most if any(actor in pair for pair in both)]
    return Together(tuple(ordered(kept, alone, both)), {actor: alone[actor] for actor in kept}, dict(both))


def ordered(actors: Sequence[str], alone: Counter[str], both: Counter[Pair]) -> list[str]:
    """A chain that begins with the closest pair and goes on, at either end, with whoever is closest to that end."""
    if len(actors) < 3:
        return list(actors)

    def near(one: str, other: str) -> float:
        shared = both[frozenset((one, other))]
        return shared / (alone[one] + alone[other] - shared)

    first, second = max(combinations(actors, 2), key=lambda pair: near(*pair))
    chain, rest = [first, second], [actor for actor in actors if actor not in (first, second)]
    while rest:
        end, actor = max(((end, actor) for actor in rest for end in (0, -1)), key=lambda at: near(chain[at[0]], at[1]))
        rest.remove(actor)
        chain.insert(0 if end == 0 else len(chain), actor)
    return chain
