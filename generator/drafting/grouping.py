"""Which drafts of several articles tell one happening, which of them speak of it, and which articles relay another."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from generator.drafting.matching import is_relayed, likeness
from generator.drafting.told import Source, Told


def group_of(told: Told, groups: list[list[Told]]) -> list[Told] | None:
    """The drafts of other articles that tell the same happening."""
    scored = [
        (score, -number)
        for number, group in enumerate(groups)
        if all(one.source.id != told.source.id for one in group)
        and (score := max(likeness(told.compared, one.compared) for one in group)) > 0
    ]
    return groups[-max(scored)[1]] if scored else None


def origins_of(sources: Sequence[Source]) -> dict[str, str]:
    """The article that each nearly equal later one relays."""
    origins: dict[str, str] = {}
    for number, source in enumerate(sources):
        earlier = (one for one in sources[:number] if one.id not in origins and one.outlet != source.outlet)
        relayed = next((one for one in earlier if is_relayed(one.page.text, source.page.text)), None)
        if relayed:
            origins[source.id] = relayed.id
    return origins


def spoken_of(told: Told, groups: Sequence[Sequence[Told]]) -> int | None:
    """The number of the happening that what somebody said is about: the likest one that the same article tells."""
    scored = [
        (
            len(told.compared.actors & one.compared.actors),
            fuzz.token_set_ratio(told.compared.words, one.compared.words),
            -number,
        )
        for number, group in enumerate(groups)
        for one in group
        if one.source.id == told.source.id
    ]
    return -max(scored)[2] if scored else None
