#include "grammars/values/postal_town.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "grammars/values/postal_parts.hpp"
#include "grammars/values/postal_steps.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr View unlisted = "以下に掲載がない場合";
constexpr View follows = "の次に";
constexpr View if_it_follows = "がくる場合";
constexpr View all_of = "一円";

/// Whether a column is nothing but the name of a town. Most are.
bool is_plain(View town) {
    constexpr std::array<View, 11> marks = {"（", "(",  "、", "､",    "「",  "〔",
                                            "〜", "～", "~",  "地割", "場合"};
    return !town.ends_with(all_of) &&
           std::none_of(marks.begin(), marks.end(), [&](View mark) { return town.find(mark) != View::npos; });
}

PostalPart rest_part(const PostalText& text, View piece) {
    PostalPart part;
    part.span = text.span_of(piece);
    part.name = text.published(piece);
    return part;
}

/// 下前7地割~下前14地割 names the town twice; 大泉町西井出8240-1 is followed by what lies there.
bool read_head_steps(const PostalText& text, View head, bool bracket, PostalTown& town) {
    const View name = read_numbered_name(head).name;
    std::string once(head);
    if (const auto again = once.find("~" + std::string(name)); again != std::string::npos) {
        once.erase(again + 1, name.size());
    }
    const NumberedName read = read_numbered_name(once);
    if (name.empty() || read.steps.size() != 1 || !read.rest.empty()) return false;
    const PostalStep& step = read.steps.front();
    if (step.unit != "地割" && !(bracket && step.unit.empty() && step.from.size() > 1)) return false;
    town.kind = PostalTownKind::part;
    town.name = text.published(name);
    town.steps = read.steps;
    return true;
}

/// 小菅村の次に1~663番地がくる場合, 境町の次に番地がくる場合
bool read_number_follows(const PostalText& text, View head, PostalTown& town) {
    const auto at = head.find(follows);
    if (at == View::npos || at == 0 || !head.ends_with(if_it_follows)) return false;
    View number = head.substr(at + follows.size());
    if (number.size() < if_it_follows.size()) return false;
    number.remove_suffix(if_it_follows.size());
    const NumberedName read = read_numbered_name(number);
    if (number != "番地" && (!read.name.empty() || read.steps.empty() || !read.rest.empty())) return false;
    town.kind = PostalTownKind::number_follows;
    town.name = text.published(head.substr(0, at));
    town.steps = read.steps;
    return true;
}

/// Whether a town's name has a mark of the grammar that was not understood.
bool has_mark(View name) {
    return name.find('~') != View::npos || name.find("場合") != View::npos ||
           std::count(name.begin(), name.end(), '(') != std::count(name.begin(), name.end(), ')');
}

PostalTown read_town(const PostalText& text, View piece) {
    PostalTown town;
    town.span = text.span_of(piece);
    const auto open = last_postal_bracket(piece);
    const View head = piece.substr(0, std::min(open, piece.size()));
    town.name = text.published(head);
    if (open != View::npos) {
        town.kind = PostalTownKind::part;
        town.parts = read_postal_parts(text, piece.substr(open + 1, piece.size() - open - 2));
    }
    if (read_number_follows(text, head, town) || read_head_steps(text, head, open != View::npos, town)) {
        return town;
    }
    if (has_mark(head)) {
        town.kind = PostalTownKind::part;
        town.name.clear();
        town.parts.insert(town.parts.begin(), rest_part(text, head));
    }
    return town;
}

/// A town that takes the whole column.
PostalTown column_of(const PostalText& text, PostalTownKind kind) {
    PostalTown town;
    town.kind = kind;
    town.span = whole(text.original);
    return town;
}

std::optional<PostalTown> read_whole_column(const PostalText& text) {
    const View column = text.read();
    if (column == unlisted) {
        return column_of(text, PostalTownKind::unlisted);
    }
    // 一円 alone is a town of 滋賀県多賀町.
    if (column.ends_with(all_of) && column != all_of) {
        PostalTown town = column_of(text, PostalTownKind::whole_municipality);
        town.name = text.published(column.substr(0, column.size() - all_of.size()));
        return town;
    }
    return std::nullopt;
}

bool understood(const PostalPart& part) {
    return part.kind != PostalPartKind::rest && std::all_of(part.inner.begin(), part.inner.end(), understood);
}

bool understood(const PostalTown& town) {
    const bool named = !town.name.empty() || town.kind == PostalTownKind::unlisted;
    return named && std::all_of(town.parts.begin(), town.parts.end(),
                                [](const PostalPart& part) { return understood(part); });
}

}  // namespace

PostalTowns read_postal_towns(std::string_view town) {
    PostalTowns read;
    if (is_plain(town)) {
        read.complete = !town.empty();
        read.towns.emplace_back().name = town;
        read.towns.back().span = whole(town);
        return read;
    }
    const PostalText text(town);
    if (auto special = read_whole_column(text)) {
        read.towns.push_back(*std::move(special));
    } else {
        for (const View piece : split_postal_list(text.read(), false)) {
            read.towns.push_back(read_town(text, piece));
        }
    }
    read.complete = !read.towns.empty() && std::all_of(read.towns.begin(), read.towns.end(),
                                                       [](const PostalTown& one) { return understood(one); });
    return read;
}

}  // namespace daicho
