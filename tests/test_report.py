"""What is tried of a project when it is checked."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from generator.outputs.artifact import Output, Shared, just
from generator.report import some

SHARED = Shared(tuple, lambda texts: None)


def page(number: int) -> str:
    return f"page {number}"


def part(number: int) -> str:
    return f"part {number}"


def index() -> str:
    return "all"


def outputs(pages: int, parts: int) -> tuple[Output, ...]:
    return (
        Output("index.md", just(frozenset()), index),
        *(
            Output(f"pages/{number}.md", just(frozenset()), partial(page, number), f"{number}.yaml")
            for number in range(pages)
        ),
        *(
            Output(f"data/{number}.json", just(frozenset()), partial(part, number), shared=SHARED)
            for number in range(parts)
        ),
    )


def paths(outputs: Sequence[Output]) -> list[str]:
    return [output.path for output in outputs]


def test_of_a_project_of_usual_size_everything_is_tried() -> None:
    made = outputs(9, 9)
    assert some(made, {}, 9) == made


def test_of_many_of_a_kind_some_from_the_first_to_the_last_are_tried() -> None:
    tried = paths(some(outputs(1_000, 3), {}, 10))
    assert Counter(path.partition("/")[0] for path in tried) == {"index.md": 1, "pages": 10}
    assert tried[1:4] == ["pages/0.md", "pages/1.md", "pages/126.md"]
    assert tried[10] == "pages/999.md"


def test_of_many_of_a_kind_one_of_each_shape_of_record_is_tried() -> None:
    shapes = {"777.yaml": "without a summary", "778.yaml": "without a summary", "900.yaml": "with a claim"}
    tried = paths(some(outputs(1_000, 0), shapes, 4))
    assert tried == ["index.md", "pages/0.md", "pages/1.md", "pages/777.md", "pages/900.md"]


def test_what_is_worked_out_for_many_together_is_left_out_of_an_archive() -> None:
    assert paths(some(outputs(2, 10), {}, 9)) == ["index.md", "pages/0.md", "pages/1.md"]
    assert paths(some(outputs(3, 1), {}, 2)) == ["index.md", "pages/0.md", "pages/1.md"]
