#include "models/engine/field_characters.hpp"

#include <algorithm>

#include "grammars/characters/rule_ids.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

namespace {

/// A row of kind_profiles.tsv.
struct KindProfile {
    const ValueType* kind = nullptr;
    const CharacterProfile* profile = nullptr;
    std::vector<RuleId> own;
};

std::string_view field_characters_text() {
    for (const EmbeddedFile& file : embedded_models()) {
        if (file.path == "models/engine/kind_profiles.tsv") return file.text;
    }
    return {};
}

/// The rule as the table of profiles writes it, whose text lives on.
RuleId rule_named(const CharacterProfile& profile, std::string_view name) {
    const auto found = std::ranges::find(profile.rules, RuleId{name}, &CharacterProfile::Weighed::rule);
    return found == profile.rules.end() ? RuleId{} : found->rule;
}

std::vector<KindProfile> read_field_characters() {
    std::vector<KindProfile> rows;
    const TsvTable table{field_characters_text()};
    for (const TsvRow& cells : table) {
        KindProfile row{find_value_type(cells.get("kind")), find_character_profile(cells.get("profile")), {}};
        if (!row.kind || !row.profile) continue;
        const std::string own = cells.get("own");
        for (const std::string_view rule : split_list(own)) row.own.push_back(rule_named(*row.profile, rule));
        rows.push_back(std::move(row));
    }
    return rows;
}

const KindProfile* row_of(const ValueType* kind) {
    static const std::vector<KindProfile> rows = read_field_characters();
    const auto found = std::ranges::find(rows, kind, &KindProfile::kind);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const CharacterCheck* FieldCharacters::made(const CharacterProfile& profile,
                                            const std::vector<RuleId>& left_out) {
    for (const Made& one : made_) {
        if (one.profile == &profile && one.left_out == left_out) return one.check.get();
    }
    CharacterCheckOptions options;
    options.authority = authority_;
    options.left_out = left_out;
    made_.push_back({&profile, left_out, std::make_unique<CharacterCheck>(profile, std::move(options))});
    return made_.back().check.get();
}

const CharacterCheck* FieldCharacters::of_kind(const ValueType* kind, const CharacterProfile* asked) {
    const KindProfile* row = row_of(kind ? kind : find_value_type("text"));
    if (!row) return asked ? made(*asked, {}) : nullptr;
    return made(asked ? *asked : *row->profile, row->own);
}

const CharacterCheck& FieldCharacters::of_refused() {
    const CharacterProfile& profile = *find_character_profile("number");
    return *made(profile, {rules::outside_repertoire, rules::stand_in, rules::mark_between_digits,
                           rules::look_alike, rules::other_width, rules::mixed_pair});
}

}  // namespace daicho
