"""What the difference of two cells comes to, by other means than those of the program: Unicode's compatibility
forms, published tables of kanji, and the table of events of municipalities."""
import csv
import gzip
import io
import re
import unicodedata

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
MARKS = dict.fromkeys(map(ord, "ケヶガ"), "ケ")
MARKS.update(dict.fromkeys(map(ord, "ノ之"), "ノ"))
SMALL = str.maketrans("ァィゥェォッャュョヮ", "アイウエオツヤユヨワ")
FORMS = ("株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人|"
         "医療法人社団|社会福祉法人|学校法人|宗教法人|特定非営利活動法人|農事組合法人|"
         "弁護士法人|税理士法人|独立行政法人|社団法人|財団法人")
SHORT = {"(株)": "株式会社", "(有)": "有限会社", "(同)": "合同会社", "(医)": "医療法人"}
KANJI_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}


def narrow(text):
    """Width and dashes; kanji and the numerals of Rome stay what they are."""
    text = re.sub("[^\u2160-\u217f\uf900-\ufaff]+", lambda part: unicodedata.normalize("NFKC", part[0]), text)
    return text.translate(DASHES).strip()


def closed_up(text):
    """Without spaces, but for those between Latin letters or digits."""
    return re.sub(r"(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])", "", text)


def katakana(text):
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


class Kanji:
    """Which kanji are forms of one, by published tables of variants."""

    def __init__(self, folder):
        self.parent = {}
        for name in ("joyo", "jinmei", "hyogai", "jisx0212", "jisx0213"):
            with open(f"{folder}/cjkvi_{name}-variants.txt", encoding="utf-8") as file:
                for cells in (line.rstrip("\n").split(",") for line in file):
                    if len(cells) > 2 and all("\u4e00" <= cells[i] <= "\uffff" for i in (0, 2)):
                        self.join(self.first(cells[0]), self.first(cells[2]))

    def join(self, one, other):
        if one != other:
            self.parent[other] = one

    def first(self, kanji):
        while kanji in self.parent:
            kanji = self.parent[kanji]
        return kanji

    def fold(self, text):
        return "".join(map(self.first, unicodedata.normalize("NFKC", text)))


def folded(text, kanji):
    return re.sub(r"\s+", "", katakana(kanji.fold(narrow(text)).lower()).translate(SMALL).translate(MARKS))


def number_of(match):
    digits = match.group(0)
    if "十" in digits:
        tens, ones = digits.split("十", 1)
        return str((KANJI_DIGITS.get(tens, 1)) * 10 + (KANJI_DIGITS.get(ones, 0)))
    return "".join(str(KANJI_DIGITS[c]) for c in digits)


def place(text, kanji):
    text = unicodedata.normalize("NFKC", narrow(text))
    text = re.sub("[〇一二三四五六七八九十]+(?=丁目|番|号)", number_of, text)
    text = re.sub("大字|小字|字", "", re.sub(r"\s+", "", text))
    text = re.sub("(?<=[0-9])(丁目|番地の|番地|番|号|の|ノ)", "-", text)
    return re.sub("-+", "-", folded(text, kanji)).strip("-")


def corporation(text, kanji):
    text = narrow(text)
    for short, form in SHORT.items():
        text = text.replace(short, form)
    found = re.match(f"^({FORMS})?(.*?)({FORMS})?$", re.sub(r"[\s・、。,.]+", "", text))
    return found.group(1) or "", folded(found.group(2), kanji).replace("ー", "-"), found.group(3) or ""


def same_corporation(before, after, kanji):
    was, now = corporation(before, kanji), corporation(after, kanji)
    forms_agree = all(a == b or not (was[0] + was[2] and now[0] + now[2]) for a, b in ((was[0], now[0]), (was[2], now[2])))
    return bool(was[1]) and was[1] == now[1] and forms_agree and bool(was[0] + was[2] + now[0] + now[2])


def same_number(before, after):
    try:
        return re.fullmatch(r"-?[0-9.]+", before) and re.fullmatch(r"-?[0-9.]+", after) and float(before) == float(after)
    except ValueError:
        return False


class Successors:
    """Which codes and names municipalities had later."""

    def __init__(self, path):
        self.codes, self.names = {}, {}
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for event in csv.DictReader(file):
                self.add(self.codes, event["from_city_code"], event["to_city_code"])
                for parts in (("city_name",), ("city_desig_name", "city_name")):
                    names = ["".join(event[f"{side}_{part}"] for part in parts) for side in ("from", "to")]
                    if names[0][-1:] in tuple("市町村区"):
                        self.add(self.names, *names)

    @staticmethod
    def add(table, before, after):
        if before != after:
            table.setdefault(before, set()).add(after)

    def later(self, table, before, after):
        seen, open_ones = set(), [before]
        while open_ones:
            one = open_ones.pop()
            for later in table.get(one, ()):
                if later == after:
                    return True
                if later not in seen:
                    seen.add(later)
                    open_ones.append(later)
        return False

    def code(self, before, after):
        return self.later(self.codes, before, after)

    def name_of(self, before, after):
        return self.later(self.names, before, after)


def class_of(before, after, successors, kanji):
    was, now = narrow(before), narrow(after)
    if was == now or same_number(was, now):
        return "notation"
    if not was or not now:
        return "real"
    if was.isascii() and now.isascii():
        return "code-renewal" if successors.code(was, now) else "real"
    if closed_up(was) == closed_up(now):
        return "notation"
    if folded(was, kanji) == folded(now, kanji):
        return "character-variant"
    if successors.name_of(was, now):
        return "former-name"
    if re.search("[0-9]", place(was, kanji)) and place(was, kanji) == place(now, kanji):
        return "same-address"
    return "same-corporation" if same_corporation(was, now, kanji) else "real"
