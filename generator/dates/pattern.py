"""EDTF as one regular expression, for whoever cannot run our parser: editors that know JSON Schema."""

# In the dialect that ECMA-262 and Python share (JSON Schema, core 6.4). It says the same as parse_edtf, but for two
# things that only arithmetic can tell: the order of a range's ends where they are not plain digits, and years BC in it.

_MARK = "[?~%]?"

# 29 February, where X may be any digit: years that 4 divides, but not centuries that 400 does not.
_LEAP = "(?:[0-9X]{2}(?:0[48X]|[2468][048X]|[13579][26X]|X[02468X])|(?:[02468X][048X]|[13579X][26X])00)"
_TO_29 = "(?:0[1-9X]|[12][0-9X]|X[0-9X])"
_TO_28 = "(?:0[1-9X]|1[0-9X]|2[0-8X]|X[0-9X])"

_YEAR = "-?[0-9X]{4}"
_MONTH = "(?:0[1-9X]|1[0-2X]|X[0-9X])"
_SEASON = "(?:2[1-9]|3[0-9]|4[01])"


def _day(year: str, month: str, day: str) -> str:
    return f"{_MARK}{year}{_MARK}-{_MARK}{month}{_MARK}-{_MARK}{day}{_MARK}"


_DATE = (
    f"(?!{_MARK}-0000)(?:"
    + "|".join(
        (
            _day(_YEAR, "(?:0[13578X]|1[02X]|X[0-35-8X])", f"(?:{_TO_29}|3[01X])"),
            _day(_YEAR, "(?:0[469]|11|X[49])", f"(?:{_TO_29}|3[0X])"),
            _day(_YEAR, "02", _TO_28),
            _day(f"-?{_LEAP}", "02", "29"),
            f"{_MARK}{_YEAR}{_MARK}-{_MARK}(?:{_MONTH}|{_SEASON}){_MARK}",
            f"{_MARK}{_YEAR}{_MARK}",
            f"{_MARK}-?[0-9]{{4}}S[1-4]{_MARK}",
        )
    )
    + ")"
)

_LONG = f"{_MARK}Y-?(?:[1-9][0-9]{{4,23}}|[1-9][0-9]{{0,23}}E(?:[1-9]|1[0-9]|2[0-4]))(?:S[1-9][0-9]*)?{_MARK}"

_CLOCK = "(?:(?:[01][0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?)?|24(?::00(?::00(?:\\.[0-9]+)?)?)?)"
_ZONE = (
    "(?:Z|\\+(?:0[0-9]|1[0-3])(?::?[0-5][0-9])?|\\+14(?::?00)?"
    "|-(?!00(?::?00)?$)(?:0[0-9]|1[01])(?::?[0-5][0-9])?|-12(?::?00)?)?"
)
_TIME = f"(?=-?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T){_DATE}T{_CLOCK}{_ZONE}"

_ANY = f"(?:{_DATE}|{_LONG})"


def _in_order(between: str, group: int) -> str:
    """A look ahead, whose first group has a number, that refuses a range whose plain digits run backwards.

    After what both ends share, a digit of the second is lower. Months above 12 are seasons, which digits do not order.
    """
    falls = "|".join(f"{high}[^/.,]*{between}\\{group}[0-{high - 1}]" for high in range(1, 10))
    shared = "([0-9]{0,3}|[0-9]{4}-[01]|[0-9]{4}-[01][0-9]-[0-3]?)"
    months = f"([0-9]{{4}}-)1[^/.,]*{between}\\{group + 1}[0]"
    before_christ = f"{_MARK}[0-9X][^/.,]*{between}{_MARK}-"
    return f"(?!{shared}(?:{falls})|{months}|{before_christ})"


def _member(group: int) -> str:
    return f"(?:{_in_order('[.][.]', group)}{_ANY}(?:[.][.]{_ANY})?)"


_END = f"(?:{_DATE}|[.][.])?"
_INTERVAL = f"(?!/$){_in_order('/', 1)}{_END}/{_END}"
_MEMBERS = f"(?:(?:[.][.]{_ANY}|{_member(3)})(?:,{_member(5)})*(?:,{_ANY}[.][.])?|{_ANY}[.][.])"
# The brackets are told apart by looking ahead, so that the members and their numbered groups stand once.
_SET = f"(?=\\[.*\\]$|\\{{.*\\}}$)[\\[{{]{_MEMBERS}[\\]}}]"

PATTERN = f"^(?:{_DATE}|{_LONG}|{_TIME}|{_INTERVAL}|{_SET})$"
