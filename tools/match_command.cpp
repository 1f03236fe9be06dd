#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "registries/corporations/former_names.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "registries/matching/record_matcher.hpp"
#include "tools/command.hpp"
#include "tools/match_report.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct MatchOptions {
    std::string a;
    std::string b;
    std::string on;
    std::string id_a;
    std::string id_b;
    std::string number_a;
    std::string number_b;
    MatchRules rules;
    ReadOptions read;
    MatchForm form = MatchForm::text;
};

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == at) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

MatchItemKind kind_of(const std::string& word) {
    std::vector<std::string_view> words;
    for (auto i = static_cast<unsigned>(MatchItemKind::name); i <= static_cast<unsigned>(MatchItemKind::text);
         ++i) {
        const auto kind = static_cast<MatchItemKind>(i);
        if (to_string(kind) == word) return kind;
        words.push_back(to_string(kind));
    }
    refuse_unknown_word("--on: ", word, words);
}

/// "name=商号:名称,address=所在地,phone"
std::vector<MatchItem> items_of(const std::string& text) {
    std::vector<MatchItem> items;
    for (const std::string& part : split(text, ',')) {
        MatchItem item;
        const std::size_t equals = part.find('=');
        item.kind = kind_of(part.substr(0, equals));
        const std::string columns = equals == part.npos ? part : part.substr(equals + 1);
        const std::size_t colon = columns.find(':');
        item.a = columns.substr(0, colon);
        item.b = colon == columns.npos ? item.a : columns.substr(colon + 1);
        items.push_back(std::move(item));
    }
    return items;
}

/// The registry of corporations, where a table has their numbers.
class FormerNames {
 public:
    explicit FormerNames(const Session& session) {
        const std::string path = session.registry.empty() ? usual_registry() : session.registry;
        if (!path.empty()) registry_ = std::make_unique<Registry>(path);
        if (registry_ && CorporationRegister::is_in(*registry_)) return;
        throw Error{ErrorKind::usage,
                    "--number-a・--number-b には法人番号を含む台帳ファイルが必要です（daicho build "
                    "で作り、--registry "
                    "で指定します）",
                    "--number-a and --number-b take a registry of corporate numbers (daicho build makes one, "
                    "--registry names it)"};
    }

    std::vector<std::string> of(std::string_view number) const {
        return former_names(CorporationRegister(*registry_), number);
    }

 private:
    std::unique_ptr<Registry> registry_;
};

MatchTable read_side(const std::string& path, const std::vector<MatchItem>& items,
                     std::string MatchItem::*header, const std::string& id, const ReadOptions& read,
                     const MatchKnowledge& known) {
    const auto table = open_table(path, read);
    return {*table, items, header, id, path, known};
}

Exit match(const MatchOptions& options, const Session& session) {
    const auto items = items_of(options.on);
    const Knowledge knowledge(registry_options(session));
    const bool with_addresses = std::any_of(items.begin(), items.end(), [](const MatchItem& item) {
        return item.kind == MatchItemKind::address;
    });
    const AddressMatcher* matcher = with_addresses ? knowledge.addresses() : nullptr;
    const SeatReader places(matcher);
    std::optional<FormerNames> names;
    if (!options.number_a.empty() || !options.number_b.empty()) names.emplace(session);
    MatchKnowledge known;
    if (matcher != nullptr) known.places = &places;
    known.former_names = [&](std::string_view number) { return names->of(number); };
    const auto read = [&](const std::string& path, std::string MatchItem::*header, const std::string& id,
                          const std::string& number) {
        known.number = number;
        return read_side(path, items, header, id, options.read, known);
    };
    const MatchTable a = read(options.a, &MatchItem::a, options.id_a, options.number_a);
    const MatchTable b = read(options.b, &MatchItem::b, options.id_b, options.number_b);
    const auto pairs = match_records(a, b, items, options.rules);
    session.out << match_report({a, b, items, pairs}, options.form, session);
    const bool open = std::any_of(pairs.begin(), pairs.end(), [](const MatchPair& pair) {
        return pair.decision == MatchDecision::ambiguous || pair.decision == MatchDecision::review;
    });
    return open ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_match(OptionList& list) {
    auto action = std::make_unique<ActionOf<MatchOptions>>(match);
    MatchOptions& options = action->options;
    list.argument("A", options.a, {"一つ目の表", "First table"}).required();
    list.argument("B", options.b, {"二つ目の表", "Second table"}).required();
    list.text("--on", "ITEMS", options.on,
              {"比べる項目: 種類、または 種類=Aの列:Bの列 をコンマで区切る",
               "Items to compare: kinds, or KIND=COLUMN-OF-A:COLUMN-OF-B, separated by commas"})
        .required();
    list.text("--id-a", "COLUMN", options.id_a, {"A の行を示す列", "Column that names a record of A"});
    list.text("--id-b", "COLUMN", options.id_b, {"B の行を示す列", "Column that names a record of B"});
    list.text("--number-a", "COLUMN", options.number_a,
              {"A の法人番号の列（台帳ファイルにある旧名称も比べる）",
               "Corporate numbers of A: former names in the registry are compared too"});
    list.text("--number-b", "COLUMN", options.number_b, {"B の法人番号の列", "Corporate numbers of B"});
    list.number("--needed", "N", options.rules.needed,
                {"一致が必要な項目の数（既定は 2）", "Number of items that must be equal (default: 2)"});
    list.choice("--format", options.form,
                {{"text", MatchForm::text}, {"csv", MatchForm::csv}, {"json", MatchForm::json}},
                {"出力の形式（既定は text）", "Output format (default: text)"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
