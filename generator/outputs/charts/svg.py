"""SVG as text on one line: elements whose words are made safe, and shortened labels with the whole one told."""

# Colours and type are the style sheet's, by classes; a policy that forbids styles in the page holds. The words are
# neutral in Markdown and in HTML alike, because a drawing stands within a page's Markdown.

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.words.markup import markdown_text


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing's size in pixels, and its elements.

    `names` stay in sight when it moves sideways, on a layer of their own that is `reach` wide.
    """

    width: int
    height: int
    parts: tuple[Markup, ...]
    names: tuple[Markup, ...] = ()
    reach: int = 0

    def in_sight(self) -> Markup:
        """Its names as a layer above it, which stands still; whoever hears the drawing has heard them."""
        return Markup(
            '<svg class="dl-chart__drawing dl-chart__still" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" '
            'width="{width}" height="{height}" viewBox="0 0 {width} {height}">{parts}</svg>'
        ).format(width=self.reach, height=self.height, parts=joined(self.names))

    def told(self, key: str, title: str, about: str) -> Markup:
        """The drawing as an image with a name and a description; `key` makes the ids of one page its own."""
        return Markup(
            '<svg class="dl-chart__drawing" xmlns="http://www.w3.org/2000/svg" role="img" '
            'aria-labelledby="{key}-title {key}-about" width="{width}" height="{height}" '
            'viewBox="0 0 {width} {height}"><title id="{key}-title">{title}</title>'
            '<desc id="{key}-about">{about}</desc>{parts}</svg>'
        ).format(
            key=key,
            width=self.width,
            height=self.height,
            title=markdown_text(title),
            about=markdown_text(about),
            parts=joined(self.parts),
        )


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements one after another."""
    return Markup("").join(parts)


# A chart has a thousand of these: what is no number is made safe by itself, which is faster than `Markup.format`.


def text(x: float, y: float, words: str, kind: str, *, whole: str = "", turned: int = 0) -> Markup:
    """Words at a place, of a class `dl-chart__KIND`; `whole` is told where they are shortened."""
    turn = f' transform="rotate({turned} {x:g} {y:g})"' if turned else ""
    inner = f"{_title(whole) if whole != words else ''}{markdown_text(words)}"
    return Markup(f'<text class="dl-chart__{escape(kind)}" x="{x:g}" y="{y:g}"{turn}>{inner}</text>')


def box(x: float, y: float, width: float, height: float, kind: str, *, told: str = "", colour: str = "") -> Markup:
    """A rectangle of a class, or of a colour that the style sheet lightens on dark paper; `told` is its tooltip."""
    fill = f' color="{escape(colour)}"' if colour else ""
    place = " ".join(
        f'{name}="{round(value, 1):g}"' for name, value in (("x", x), ("y", y), ("width", width), ("height", height))
    )
    return Markup(f'<rect class="dl-chart__{escape(kind)}" {place}{fill}>{_title(told)}</rect>')


def line(x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A thin rule."""
    return Markup(f'<line class="dl-chart__rule" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"></line>')


def _title(words: str) -> str:
    """What is told of an element."""
    return f"<title>{markdown_text(words)}</title>" if words else ""


def shortened(words: str, most: int) -> str:
    """Words of at most so many signs: what is too long ends with dots, after a whole word where that leaves enough."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    whole = cut.rsplit(" ", 1)[0]
    return f"{(whole if len(whole) >= most * 0.6 else cut).rstrip(' ,;:–-')}…"
