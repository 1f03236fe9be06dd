// /v1/changes and /v1/manifest.
#include <algorithm>
#include <string>
#include <vector>

#include "registries/corporations/corporation_register.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

constexpr std::size_t usual_changes = 100, most_changes = 1000;

std::string place_of_change(const ChangeFeed::Entry& entry) {
    return entry.day + "/" + std::to_string(entry.number);
}

void write_states(JsonWriter& json, const Registry& registry, const ChangeFeed::Entry& entry) {
    namespace item = corporation_item;
    json.key("states").begin_array();
    for (const CorporationState& state : CorporationRegister(registry).states(entry.number)) {
        if (state.recorded_from() != entry.day) continue;
        json.begin_object().key("event").string_or_null(state[item::process]);
        json.key("name").string_or_null(state[item::name]);
        json.key("address").string_or_null(state[item::prefecture] + state[item::city] + state[item::street]);
        json.key("validFrom").string_or_null(state.valid_from());
        json.key("closed").string_or_null(state[item::close_date]);
        json.key("present").boolean(state.present);
        json.end_object();
    }
    json.end_array();
}

void write_change(JsonWriter& json, const Registry& registry, std::size_t sequence,
                  const ChangeFeed::Entry& entry) {
    json.begin_object().key("sequence").number(sequence).key("date").string(entry.day);
    json.key("kind").string("corporation").key("id").string(std::to_string(entry.number));
    write_states(json, registry, entry);
    json.end_object();
}

/// Whether what the client knows as its last entry is not that any more: it has to begin anew.
bool must_reset(const Call& call, const ChangeFeed& feed, std::size_t after) {
    if (after > feed.size()) return true;
    const std::string_view at = call.text("at");
    return !at.empty() && after > 0 && at != place_of_change(feed.entry(after));
}

Response answer_changes(const Call& call) {
    const ChangeFeed& feed = call.data->changes();
    std::size_t after = call.number("after", 0);
    const bool reset = must_reset(call, feed, after);
    if (reset) after = 0;
    const std::size_t limit = std::min(call.number("limit", usual_changes), most_changes);
    const std::size_t end = std::min(after + limit, feed.size());
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("kind").string("corporation").key("reset").boolean(reset);
    json.key("changes").begin_array();
    call.data->knowledge().with_registry([&](const Registry& registry) {
        for (std::size_t i = after; i < end; ++i) write_change(json, registry, i + 1, feed.entry(i + 1));
    });
    json.end_array().key("next").number(end);
    json.key("nextAt").string_or_null(end > 0 ? place_of_change(feed.entry(end)) : std::string());
    json.key("last").number(feed.size()).key("more").boolean(end < feed.size());
    close_answer(response.body, *call.data, served_kind("corporation"), true);
    return response;
}

void write_manifest_table(JsonWriter& json, const RegistryInfo::Table& table) {
    json.begin_object()
        .key("name")
        .string(table.name)
        .key("rows")
        .number(static_cast<std::uint64_t>(table.rows));
    json.key("history").number(static_cast<std::uint64_t>(table.history));
    json.key("covered").number(static_cast<std::uint64_t>(table.covered));
    json.key("oldest").string_or_null(table.oldest).key("newest").string_or_null(table.newest);
    json.key("digest").string_or_null(table.digest).end_object();
}

void write_manifest_source(JsonWriter& json, const RegistryInfo::Origin& origin, Language language) {
    json.begin_object().key("id").string(origin.id);
    json.key("title").string(language == Language::ja ? origin.title_ja : origin.title_en);
    json.key("publisher").string(origin.publisher).key("licence").string(origin.licence);
    json.key("shareAlike").boolean(origin.share_alike);
    json.key("credit").string_or_null(origin.credit).key("url").string_or_null(origin.url);
    json.key("tables").begin_array();
    for (const RegistryInfo::Table& table : origin.tables) write_manifest_table(json, table);
    json.end_array().end_object();
}

Response answer_manifest(const Call& call) {
    const RegistryInfo& info = call.data->info();
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("program").string(std::string("daicho ") + version());
    json.key("sources").begin_array();
    for (const RegistryInfo::Origin& origin : info.origins)
        write_manifest_source(json, origin, call.language);
    json.end_array().key("licences").begin_array();
    for (const std::string& licence : info.licences()) json.string(licence);
    json.end_array().key("files").begin_array();
    for (const RegistryInfo::File& file : info.files) {
        if (file.source.empty()) continue;
        json.begin_object().key("table").string(file.table).key("edition").string_or_null(file.edition);
        json.key("sha256").string_or_null(file.sha256);
        json.key("records").number(static_cast<std::uint64_t>(file.records)).end_object();
    }
    json.end_array();
    close_answer(response.body, *call.data, nullptr, true);
    return response;
}

}  // namespace

void add_feed_routes(std::vector<Route>& routes) {
    routes.push_back(
        {.pattern = "/v1/changes",
         .group = "feeds",
         .help = {"法人の異動を公表の順に、通し番号で",
                  "changes of corporations in the order of their publication, by sequence number"},
         .parameters =
             {{"after",
               {"この番号より後", "behind this number"},
               ParameterKind::number,
               {},
               std::size_t{1} << 40},
              {"at",
               {"前の答えの nextAt。合わなければ最初から（reset）",
                "`nextAt` of the answer before; where it does not fit the feed begins anew (reset)"}},
              {"limit",
               {"件数（既定 100）", "how many (default 100)"},
               ParameterKind::number,
               {},
               most_changes}},
         .answer = answer_changes,
         .schema = "Changes",
         .examples = {{"/v1/changes?limit=3"},
                      {"/v1/changes?after=3&at=2000-01-01%2F1"},
                      {"/v1/changes?after=999999999"},
                      {"/v1/changes?after=x", 400}},
         .heavy = true});
    routes.push_back(
        {.pattern = "/v1/manifest",
         .group = "feeds",
         .help = {"出典、利用条件、表ごとのダイジェスト", "sources, licences, digest of each table"},
         .answer = answer_manifest,
         .schema = "Manifest",
         .examples = {{"/v1/manifest"}},
         .heavy = true});
}

}  // namespace daicho
