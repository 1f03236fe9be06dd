#include "tools/server/service.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "grammars/formats/json_writer.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/sources/source.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

const ServedKind kinds_served[] = {
    {"addresses", "address", "id", {"住所", "address"}, {"town", "block", "residence", "parcel"}},
    {"towns", "town", "machiaza_id", {"町字", "town"}, {"town"}},
    {"corporations", "corporation", "corporate_number", {"法人", "corporation"}, {"corporation"}},
    {"municipalities", "municipality", "lg_code", {"市区町村", "municipality"}, {}},
    {"postal-codes",
     "postal-code",
     "postal_code",
     {"郵便番号", "postal code"},
     {"postal_code", "postal_office"}},
    {"characters", "character", "id", {"文字", "character"}, {"mj_character"}},
    {"codes", "code", "id", {"コード", "code"}, {}},
    {"schools", "school", "school_code", {"学校", "school"}, {"school", "university"}},
    {"programmes",
     "programme",
     "number",
     {"支援制度", "support programme"},
     {"programme", "municipal_programme"}},
};

/// What is compiled in: the table of municipalities and the code lists (README).
constexpr std::string_view compiled_in_credit =
    "「全国地方公共団体コード」（総務省）、「アドレス・ベース・レジストリ」（デジタル庁）、「廃置分合等情報」"
    "（e-"
    "Stat、総務省）を加工して作成";

struct EditionsOfTables {
    std::map<std::string, std::string, std::less<>> newest;  ///< edition by table
    std::map<std::string, std::string, std::less<>> source;  ///< by table
};

EditionsOfTables editions_of_tables(const Registry& registry) {
    EditionsOfTables editions;
    Statement rows = registry.database().prepare(
        "select \"table\", source, max(edition) from file where stored > 0 group by \"table\", source");
    while (rows.step()) {
        std::string& newest = editions.newest[std::string(rows.text(0))];
        newest = std::max(newest, std::string(rows.text(2)));
        editions.source[std::string(rows.text(0))] = rows.text(1);
    }
    return editions;
}

std::string_view credit_of(std::string_view source) {
    for (const Source& one : sources()) {
        if (one.id == source) return one.credit.empty() ? one.publisher : one.credit;
    }
    return {};
}

void add_credit(std::vector<std::string>& all, std::string_view credit) {
    if (!credit.empty() && std::ranges::find(all, credit) == all.end()) all.emplace_back(credit);
}

}  // namespace

std::span<const ServedKind> served_kinds() {
    return kinds_served;
}

const ServedKind* served_kind(std::string_view name) {
    const auto found = std::ranges::find_if(
        kinds_served, [&](const ServedKind& one) { return one.path == name || one.kind == name; });
    return found == std::end(kinds_served) ? nullptr : found;
}

Snapshot::Snapshot(std::shared_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {
    has_registry_ = knowledge_->with_registry([&](const Registry& registry) {
        generation_ = registry.generation();
        read_provenance(&registry);
    });
    if (!has_registry_) read_provenance(nullptr);
}

void Snapshot::read_provenance(const Registry* registry) {
    const EditionsOfTables editions = registry ? editions_of_tables(*registry) : EditionsOfTables{};
    const std::string compiled_day(MunicipalityHistory::embedded().last_day());
    Provenance& all = provenance_[""];
    add_credit(all.attribution, compiled_in_credit);
    for (const auto& [table, source] : editions.source) add_credit(all.attribution, credit_of(source));
    for (const auto& [table, newest] : editions.newest) all.data_date = std::max(all.data_date, newest);
    if (all.data_date.empty()) all.data_date = compiled_day;
    for (const ServedKind& kind : kinds_served) {
        Provenance& own = provenance_[kind.kind];
        for (const std::string_view table : kind.tables) {
            if (const auto newest = editions.newest.find(table); newest != editions.newest.end()) {
                own.data_date = std::max(own.data_date, newest->second);
                add_credit(own.attribution, credit_of(editions.source.find(table)->second));
            }
        }
        if (kind.tables.empty()) {
            own.data_date = compiled_day;
            add_credit(own.attribution, compiled_in_credit);
        }
    }
    for (auto& [name, one] : provenance_) one.members = members_of(one);
}

std::string Snapshot::members_of(const Provenance& provenance) const {
    std::string text;
    JsonWriter json{text};
    json.begin_object().key("generation").string(generation_);
    json.key("dataDate").string_or_null(provenance.data_date);
    json.key("attribution").begin_array();
    for (const std::string& credit : provenance.attribution) json.string(credit);
    json.end_array().end_object();
    return text.substr(1, text.size() - 2);
}

const Snapshot::Provenance& Snapshot::provenance(const ServedKind* kind) const {
    return provenance_.find(kind ? kind->kind : std::string_view())->second;
}

const std::string& Snapshot::data_date(const ServedKind& kind) const {
    return provenance(&kind).data_date;
}

const std::vector<std::string>& Snapshot::attribution(const ServedKind& kind) const {
    return provenance(&kind).attribution;
}

const std::string& Snapshot::members(const ServedKind* kind) const {
    return provenance(kind).members;
}

const RegistryInfo& Snapshot::info() const {
    informed_.run([&] {
        knowledge_->with_registry([&](const Registry& registry) { info_ = registry_info(registry); });
    });
    return info_;
}

const ChangeFeed& Snapshot::changes() const {
    ordered_.run([&] {
        knowledge_->with_registry([&](const Registry& registry) { changes_ = ChangeFeed(registry); });
    });
    return changes_;
}

Service::Service(ServiceOptions options, std::vector<std::string> routes)
    : options_(std::move(options)), metrics_(std::move(routes)) {}

Service::~Service() = default;

void Service::open() {
    auto shared = std::make_unique<SharedKnowledge>(options_.knowledge);
    auto snapshot = std::make_shared<const Snapshot>(shared->now());
    const std::lock_guard lock(mutex_);
    shared_ = std::move(shared);
    now_ = std::move(snapshot);
}

std::shared_ptr<const Snapshot> Service::now() const {
    const std::lock_guard lock(mutex_);
    return now_;
}

bool Service::refresh() {
    if (!now() || !shared_->reopen_if_replaced()) return false;
    auto snapshot = std::make_shared<const Snapshot>(shared_->now());
    metrics_.add_swap();
    const std::lock_guard lock(mutex_);
    now_.swap(snapshot);
    return true;
}

}  // namespace daicho
