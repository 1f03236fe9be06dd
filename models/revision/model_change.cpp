#include "models/revision/model_change.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

constexpr ChangeKind kinds[] = {
    {"version", {"版が変わった", "the version changed"}},
    {"status", {"状態が変わった", "the status changed"}},
    {"label", {"名前が変わった", "the label changed"}},
    {"namespace", {"名前空間が変わった", "the namespace changed"}},
    {"class-removed", {"クラスがなくなった", "the class is gone"}},
    {"class-added", {"クラスが増えた", "the class is new"}},
    {"class-closed", {"独自の列を受け付けなくなった", "other columns are no longer welcome"}},
    {"class-opened", {"独自の列を受け付けるようになった", "other columns are welcome now"}},
    {"base", {"もとになるクラスが変わった", "the class that it extends changed"}},
    {"positional", {"見出しの有無が変わった", "whether its files have a header changed"}},
    {"order", {"項目の順序が変わった", "the order of the items changed"}},
    {"item-removed", {"項目がなくなった", "the item is gone"}},
    {"item-renamed", {"項目の名前が変わった", "the item has another name"}},
    {"item-added", {"項目が増えた", "the item is new"}},
    {"required-item-added", {"必須の項目が増えた", "a required item is new"}},
    {"header-removed", {"この見出しでは見つからなくなった", "this header is no longer found"}},
    {"header-added", {"この見出しでも見つかるようになった", "this header is found now"}},
    {"type-narrowed", {"型が狭くなった", "the type takes less"}},
    {"type-widened", {"型が広くなった", "the type takes more"}},
    {"type-changed", {"型が変わった", "the type changed"}},
    {"range-narrowed", {"値の範囲が狭くなった", "the range is smaller"}},
    {"range-widened", {"値の範囲が広くなった", "the range is larger"}},
    {"pattern-added", {"値の形が決められた", "values must match a pattern now"}},
    {"pattern-removed", {"値の形の決まりがなくなった", "values need match no pattern now"}},
    {"pattern-changed", {"値の形が変わった", "values must match another pattern"}},
    {"fewer-values", {"値の個数が減った", "fewer values are allowed"}},
    {"more-values", {"値の個数が増えた", "more values are allowed"}},
    {"required", {"必須になった", "it is required now"}},
    {"no-longer-required", {"必須でなくなった", "it is no longer required"}},
    {"forbidden", {"書いてはいけなくなった", "it must not be there now"}},
    {"no-longer-forbidden", {"書いてよくなった", "it may be there now"}},
    {"requirement", {"求め方が変わった", "what is asked of it changed"}},
    {"may-be-empty", {"空でもよくなった", "its value may be empty now"}},
    {"must-be-filled", {"空ではいけなくなった", "its value must not be empty now"}},
    {"separator-added", {"一つのセルに複数の値を書けるようになった", "a cell may hold several values now"}},
    {"separator-changed", {"値の区切りが変わった", "what parts the values of a cell changed"}},
    {"registry-added", {"台帳にある値に限られた", "values must be known to a registry now"}},
    {"registry-removed",
     {"台帳にない値も受け付けるようになった", "values need not be known to a registry now"}},
    {"unknown-removed",
     {"不明を表すこの表記を受け付けなくなった", "this notation for 'not known' is refused now"}},
    {"unknown-added",
     {"不明を表すこの表記を受け付けるようになった", "this notation for 'not known' is accepted now"}},
    {"type-confirmed", {"型が推定でなくなった", "the type is no longer a guess"}},
    {"type-inferred", {"型が推定になった", "the type is a guess now"}},
    {"confidential", {"秘匿の扱いが変わった", "whether it is confidential changed"}},
    {"characters", {"文字の決まりが変わった", "the profile of its characters changed"}},
    {"standing", {"基本項目と拡張項目の別が変わった", "whether it is an extension item changed"}},
    {"number", {"項目の番号が変わった", "its number in the source changed"}},
    {"phase", {"集める時期が変わった", "when it is collected changed"}},
    {"set-removed", {"必須項目の組がなくなった", "the required pattern is gone"}},
    {"set-added", {"必須項目の組が増えた", "the required pattern is new"}},
    {"set-asks-more", {"必須項目の組に加わった", "the required pattern asks for it now"}},
    {"set-asks-less", {"必須項目の組から外れた", "the required pattern no longer asks for it"}},
    {"key-added", {"重複してはいけなくなった", "it must be unique now"}},
    {"key-removed", {"重複してよくなった", "it need not be unique now"}},
    {"reference-added", {"ほかの項目にある値に限られた", "values must be those of another item now"}},
    {"reference-removed",
     {"ほかの項目にない値も書けるようになった", "values need not be those of another item now"}},
    {"rule-added", {"規則が増えた", "the rule is new"}},
    {"rule-removed", {"規則がなくなった", "the rule is gone"}},
    {"rule-changed", {"規則の条件が変わった", "the condition of the rule changed"}},
    {"rule-stricter", {"規則が誤りになった", "breaking the rule is an error now"}},
    {"rule-milder", {"規則が誤りでなくなった", "breaking the rule is no longer an error"}},
    {"rule-message", {"規則の説明が変わった", "the message of the rule changed"}},
    {"calculation", {"分割や結合のしかたが変わった", "how items are split or joined changed"}},
    {"codes-removed", {"コード一覧がなくなった", "the code list is gone"}},
    {"codes-added", {"コード一覧が増えた", "the code list is new"}},
    {"codes-closed",
     {"一覧にないコードを受け付けなくなった", "codes that are not in the list are refused now"}},
    {"codes-opened",
     {"一覧にないコードも受け付けるようになった", "codes that are not in the list are accepted now"}},
    {"code-removed", {"コードがなくなった", "the code is gone"}},
    {"code-added", {"コードが増えた", "the code is new"}},
    {"code-notation", {"コードのこの書き方を受け付けなくなった", "this notation of the code is refused now"}},
    {"code-label", {"コードの名前が変わった", "the label of the code changed"}},
};

struct ImpactWords {
    Impact impact;
    std::string_view id;
    Text title;
};
constexpr ImpactWords impacts[] = {
    {Impact::breaking, "breaking", {"互換でない変更", "Breaking"}},
    {Impact::compatible, "compatible", {"互換の変更", "Compatible"}},
    {Impact::note, "note", {"そのほか", "Notes"}},
};

std::string line_of(const ModelChange& change, Language language) {
    std::string line = change.place.empty() ? "" : change.place + ": ";
    line += change.kind->text.in(language);
    const std::string& before = change.old_form;
    const std::string& after = change.new_form;
    if (!before.empty() || !after.empty()) line += language == Language::ja ? "（" : " (";
    line += before;
    if (!before.empty() && !after.empty()) line += " → ";
    line += after;
    if (!before.empty() || !after.empty()) line += language == Language::ja ? "）" : ")";
    return line;
}

}  // namespace

std::string_view to_string(Impact impact) {
    return std::ranges::find(impacts, impact, &ImpactWords::impact)->id;
}

std::span<const ChangeKind> change_kinds() {
    return kinds;
}

void ModelChanges::add(Impact impact, std::string_view kind, const std::string& place, std::string old_form,
                       std::string new_form) {
    const auto found = std::ranges::find(kinds, kind, &ChangeKind::id);
    assert(found != std::end(kinds));
    all_.push_back({impact, &*found, place, std::move(old_form), std::move(new_form)});
}

std::size_t ModelChanges::count(Impact impact) const {
    return static_cast<std::size_t>(std::ranges::count(all_, impact, &ModelChange::impact));
}

std::string model_changes_text(const ModelChanges& changes, const std::string& from, const std::string& to,
                               Language language) {
    const bool ja = language == Language::ja;
    std::string out = from + " → " + to + "\n";
    if (changes.all().empty()) return out + (ja ? "違いはありません\n" : "no differences\n");
    for (const ImpactWords& words : impacts) {
        const std::size_t count = changes.count(words.impact);
        if (count == 0) continue;
        out.append("\n").append(words.title.in(language)).append(" ").append(std::to_string(count));
        out += ja ? "件\n" : "\n";
        for (const ModelChange& change : changes.all()) {
            if (change.impact == words.impact)
                out.append("  ").append(line_of(change, language)).append("\n");
        }
    }
    out += "\n";
    out += changes.count(Impact::breaking) == 0
               ? (ja ? "これまでのデータはそのまま使えます\n" : "data that was right stays right\n")
               : (ja ? "これまでのデータが誤りになることがあります\n"
                     : "data that was right may be wrong now\n");
    return out;
}

std::string model_changes_json(const ModelChanges& changes, const std::string& from, const std::string& to,
                               Language language) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("old").string(from).key("new").string(to);
    for (const ImpactWords& words : impacts) json.key(words.id).number(changes.count(words.impact));
    json.key("changes").begin_array();
    for (const ModelChange& change : changes.all()) {
        json.begin_object().key("impact").string(to_string(change.impact));
        json.key("change").string(change.kind->id).key("place").string_or_null(change.place);
        json.key("old").string_or_null(change.old_form).key("new").string_or_null(change.new_form);
        json.key("message").string(line_of(change, language)).end_object();
    }
    json.end_array().end_object();
    json.end_line();
    return out;
}

}  // namespace daicho
