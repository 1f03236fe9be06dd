#include "grammars/values/postal_parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "grammars/values/postal_steps.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr std::array<View, 5> openers = {"(", "「", "〔", "<", "{"};
constexpr std::array<View, 5> closers = {")", "」", "〕", ">", "}"};
constexpr unsigned deepest_quote = 3;
constexpr View unknown_floor = "地階・階層不明";
constexpr View other_buildings = "次のビル";

/// The form of address that a text names, or that its end does: 南原無番地.
constexpr std::array<View, 6> forms = {"大字", "無番地", "番外地", "各町", "○○屋敷", "番地のみ"};

/// Ways along a street end with these words, or have a number behind them.
constexpr std::array<View, 8> ways = {"上る", "下る", "上ル", "下ル", "東入", "西入", "東入る", "西入る"};

template <std::size_t N>
std::optional<View> word_at(const std::array<View, N>& words, View text, std::size_t at) {
    for (const View word : words) {
        if (text.substr(at).starts_with(word)) return word;
    }
    return std::nullopt;
}

template <std::size_t N>
std::optional<View> word_at_end(const std::array<View, N>& words, View text) {
    for (const View word : words) {
        if (text.ends_with(word)) return word;
    }
    return std::nullopt;
}

/// Takes `word` off the end of `text`, if it is there.
bool take_end(View& text, View word) {
    if (!text.ends_with(word)) return false;
    text.remove_suffix(word.size());
    return true;
}

/// Where the bracket that opens at `open` is closed: one past it, or the end of the text.
std::size_t closed(View text, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < text.size();) {
        if (const auto word = word_at(openers, text, at)) {
            ++depth;
            at += word->size();
        } else if (const auto end = word_at(closers, text, at)) {
            at += end->size();
            if (--depth == 0) return at;
        } else {
            ++at;
        }
    }
    return text.size();
}

/// A member of a list with its quotes taken out: 第2地割「70~136」~第4地割「3~11」.
struct Member {
    View whole;
    std::string text;               // without quotes: 第2地割~第4地割
    std::vector<View> quotes;       // what stands in them
    std::size_t head = View::npos;  // of the text, so much stands before the first quote
    std::size_t inside = 0;         // so many quotes stand inside the text, not behind it
    bool broken = false;            // a quote is not closed
};

Member without_quotes(View whole) {
    Member member;
    member.whole = whole;
    for (std::size_t at = 0; at < whole.size();) {
        const auto open = word_at(openers, whole, at);
        if (!open) {
            member.inside = member.quotes.size();
            member.text.push_back(whole[at++]);
            continue;
        }
        if (member.quotes.empty()) member.head = at;
        const std::size_t end = closed(whole, at);
        const View quote = whole.substr(at, end - at);
        const auto close = word_at_end(closers, quote);
        if (!close) member.broken = true;
        const std::size_t size = quote.size() - open->size() - (close ? close->size() : 0);
        member.quotes.push_back(quote.substr(open->size(), size));
        at = end;
    }
    return member;
}

bool has_digit(View text) {
    return text.find_first_of("0123456789~") != View::npos;
}

/// A name with a number in it: 北13号沢, 15号の沢.
bool is_name_around_number(const NumberedName& read) {
    if (read.steps.size() != 1 || read.rest.empty() || has_digit(read.rest)) return false;
    const auto& step = read.steps.front();
    const bool plain = step.reach == PostalReach::range && step.from == step.to && step.from.size() == 1;
    return plain && step.unit == "号";
}

class PartReader {
 public:
    PartReader(const PostalText& text, View whole, unsigned depth)
        : text_(text), whole_(whole), all_but_(take_end(whole, "以外")), depth_(depth) {
        part_.excluded = take_end(whole, "を除く");
        take_end(whole, "を含む");
        member_ = without_quotes(whole);
        part_.excluded = part_.excluded || (all_but_ && member_.quotes.empty());
    }

    PostalPart read() {
        part_.span = text_.span_of(whole_);
        const View text = member_.text;
        const bool readable = !member_.broken && (member_.quotes.empty() || depth_ < deepest_quote);
        if (!readable || !(read_words(text) || read_numbers(text) || read_name(text))) return rest();
        read_quotes();
        return part_;
    }

 private:
    bool read_words(View text) {
        if (text == unknown_floor) return is(PostalPartKind::unknown_floor);
        if (text == other_buildings) return is(PostalPartKind::buildings);
        if (const auto unit = read_unit_alone(text)) {
            part_.steps = {*unit};
            return is(PostalPartKind::numbers);
        }
        View name = text;
        if (take_end(name, "その他")) return is(PostalPartKind::others, name);
        if (const auto form = word_at_end(forms, text)) {
            part_.place = *form;
            return is(PostalPartKind::form, text.substr(0, text.size() - form->size()));
        }
        return false;
    }

    bool read_numbers(View text) {
        const NumberedName read = read_numbered_name(text);
        if (is_name_around_number(read)) return is(PostalPartKind::name, text);
        if (read.steps.empty()) return false;
        if (!read.rest.empty() && (read.steps.back().unit != "丁目" || has_digit(read.rest))) return false;
        part_.steps = read.steps;
        part_.place = read.rest;
        const bool floor = read.steps.size() == 1 && read.steps.front().unit == "階" && read.name.empty();
        return is(floor ? PostalPartKind::floor : PostalPartKind::numbers, read.name);
    }

    bool read_name(View text) { return !text.empty() && !has_digit(text) && is(PostalPartKind::name, text); }

    /// Settles the kind; `name` stands at the start of the member and is kept as it was published.
    bool is(PostalPartKind kind, View name = {}) {
        if (name.size() > member_.head) return false;
        part_.kind = kind;
        part_.name = text_.published(member_.whole.substr(0, name.size()));
        return true;
    }

    void read_quotes() {
        for (std::size_t i = 0; i < member_.quotes.size(); ++i) {
            auto inner = read_postal_parts(text_, member_.quotes[i], depth_ + 1);
            for (PostalPart& part : inner) {
                part.excluded = part.excluded || all_but_;
                if (member_.inside > 0) restrict_to_end(part, i < member_.inside);
            }
            part_.inner.insert(part_.inner.end(), inner.begin(), inner.end());
        }
    }

    /// A quote behind one end of a range speaks of that end: 第2地割「70~136」~第4地割.
    void restrict_to_end(PostalPart& part, bool first) {
        if (part_.steps.empty()) return;
        PostalStep end = part_.steps.back();
        (first ? end.to : end.from) = first ? end.from : end.to;
        part.steps.insert(part.steps.begin(), end);
        ++part.inherited;
    }

    PostalPart rest() {
        part_ = {};
        part_.span = text_.span_of(whole_);
        part_.name = text_.published(whole_);
        return part_;
    }

    const PostalText& text_;
    View whole_;
    bool all_but_;  // 「…」以外
    unsigned depth_;
    Member member_;
    PostalPart part_;
};

bool is_way(const PostalPart& part) {
    if (part.kind != PostalPartKind::name && part.kind != PostalPartKind::numbers) return false;
    return word_at_end(ways, part.name).has_value();
}

/// In a list with ways along streets all members are such: 三条大橋東４丁目.
void settle_streets(const PostalText& text, std::vector<PostalPart>& parts) {
    if (std::none_of(parts.begin(), parts.end(), is_way)) return;
    for (PostalPart& part : parts) {
        const bool words = part.kind == PostalPartKind::name || part.kind == PostalPartKind::numbers ||
                           part.kind == PostalPartKind::rest;
        if (!words || !part.inner.empty()) continue;
        PostalPart street;
        street.kind = PostalPartKind::street;
        street.span = part.span;
        street.name = slice(text.original, part.span);
        part = std::move(street);
    }
}

}  // namespace

std::vector<std::string_view> split_postal_list(std::string_view list, bool dots) {
    constexpr std::array<View, 3> separators = {"、", "及び", "・"};
    std::vector<View> members;
    std::size_t begin = 0;
    const auto end_member = [&](std::size_t end) {
        if (end > begin) members.push_back(list.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < list.size();) {
        const auto separator = word_at(separators, list, at);
        if (dots && list.substr(at).starts_with(unknown_floor)) {
            at += unknown_floor.size();
        } else if (word_at(openers, list, at)) {
            at = closed(list, at);
        } else if (separator && (dots || *separator == "、")) {
            end_member(at);
            at += separator->size();
            begin = at;
        } else {
            ++at;
        }
    }
    end_member(list.size());
    return members;
}

std::size_t last_postal_bracket(std::string_view text) {
    if (!text.ends_with(")")) return View::npos;
    std::size_t depth = 0;
    for (std::size_t at = text.size(); at-- > 0;) {
        if (text[at] == ')') ++depth;
        if (text[at] == '(' && --depth == 0) return at;
    }
    return View::npos;
}

std::vector<PostalPart> read_postal_parts(const PostalText& text, std::string_view list, unsigned depth) {
    std::vector<PostalPart> parts;
    for (const View member : split_postal_list(list)) parts.push_back(PartReader(text, member, depth).read());
    if (!parts.empty() && list.ends_with("を除く")) {
        for (PostalPart& part : parts) part.excluded = true;
    }
    settle_streets(text, parts);
    settle_postal_parts(parts, text.original);
    return parts;
}

}  // namespace daicho
