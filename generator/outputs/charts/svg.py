"""SVG as text on one line: elements whose words are made safe, and shortened labels with the whole one told."""

# Colours and type are the style sheet's, by classes; a policy that forbids styles in the page holds. The words are
# neutral in Markdown and in HTML alike, because a drawing stands within a page's Markdown.

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

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


def text(x: float, y: float, words: str, kind: str, *, whole: str = "", turned: int = 0) -> Markup:
    """Words at a place, of a class `dl-chart__KIND`; `whole` is told where they are shortened."""
    turn = Markup(' transform="rotate({} {:g} {:g})"').format(turned, x, y) if turned else Markup("")
    told = Markup("<title>{}</title>").format(markdown_text(whole)) if whole and whole != words else Markup("")
    return Markup('<text class="dl-chart__{}" x="{:g}" y="{:g}"{}>{}{}</text>').format(
        kind, x, y, turn, told, markdown_text(words)
    )


def box(x: float, y: float, width: float, height: float, kind: str, *, told: str = "", colour: str = "") -> Markup:
    """A rectangle of a class, or of a colour that the style sheet lightens on dark paper; `told` is its tooltip."""
    fill = Markup(' color="{}"').format(colour) if colour else Markup("")
    inner = Markup("<title>{}</title>").format(markdown_text(told)) if told else Markup("")
    return Markup('<rect class="dl-chart__{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"{}>{}</rect>').format(
        kind, round(x, 1), round(y, 1), round(width, 1), round(height, 1), fill, inner
    )


def line(x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A thin rule."""
    return Markup('<line class="dl-chart__rule" x1="{:g}" y1="{:g}" x2="{:g}" y2="{:g}"></line>').format(x1, y1, x2, y2)


def shortened(words: str, most: int) -> str:
    """Words of at most so many signs: what is too long ends with dots, after a whole word where that leaves enough."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    whole = cut.rsplit(" ", 1)[0]
    return f"{(whole if len(whole) >= most * 0.6 else cut).rstrip(' ,;:–-')}…"
