#include "tools/fixing/fix_run.hpp"

#include <limits>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/validate.hpp"
#include "tools/gate/cell_facts.hpp"
#include "tools/gate/gate_run.hpp"

namespace daicho {

namespace {

/// A sieve that knows which suppressions are about the table.
class TableSieve final : public CheckListener {
 public:
    TableSieve(const GateSettings& settings, SuppressionUse& suppressions, const std::string& name,
               const StoredCheck& noted, CheckListener& next)
        : sieve_(settings, suppressions, next) {
        suppressions.begin_file(name, noted);
    }
    void begin_file(const FileFacts& facts) override { sieve_.begin_file(facts); }
    void add(const Finding& finding) override { sieve_.add(finding); }
    void end_file(const FileVerdict& verdict) override { sieve_.end_file(verdict); }

 private:
    FindingSieve sieve_;
};

}  // namespace

FixRun::FixRun(const GateConfig& config, const Session& session)
    : config_(config), today_(present_day()), knowledge_(registry_options(session)) {
    knowledge_.sources();  // a registry that cannot be read is told now
}

GateSettings FixRun::settings_of(const std::string& path) const {
    const std::string name = name_in(config_, path);
    const SettingMap map = config_.map_of(name);
    if (const auto found = map.find("map");
        found != map.end() && found->second.source != SettingSource::usual) {
        const std::string& said = found->second.said;
        throw Error{ErrorKind::usage,
                    path + ": " + said +
                        " がこの表の列を変換します。列はそのままにして直すので、変換するなら "
                        "transform を、設定を使わないなら --isolated を使ってください",
                    path + ": " + said +
                        " maps the columns of this table, and a fixed table keeps its own; use transform, or "
                        "--isolated to leave the settings out"};
    }
    return config_.settings_of(name);
}

CheckOptions FixRun::options_for(const GateSettings& settings) const {
    CheckOptions options = settings.check;
    options.knowledge = knowledge_.sources();
    if (settings.addresses != AddressUse::check) options.knowledge.addresses = nullptr;
    if (!settings.corporations) options.knowledge.corporations = nullptr;
    return options;
}

void FixRun::check(const std::string& path, const std::string& bytes, const GateSettings& settings,
                   StoredCheck& into) {
    CheckKeeper keeper(into, true, std::numeric_limits<std::size_t>::max());
    validate(memory_source(bytes, name_in(config_, path)), options_for(settings), models_, keeper);
    const SuppressionUse suppressions(config_.suppressions(), today_);
    if (suppressions.keyed().empty()) return;
    note_cells(*read_table(bytes, settings.check.read, path), "", suppressions.keyed(), into);
}

FixOutcome FixRun::fix_table(const std::string& path, const std::string& bytes, const GateSettings& settings,
                             const std::function<bool(const Finding&)>& wanted) {
    const std::string name = name_in(config_, path);
    SuppressionUse suppressions(config_.suppressions(), today_);
    StoredCheck noted;
    if (!suppressions.keyed().empty()) check(path, bytes, settings, noted);
    FixRequest request{options_for(settings), wanted, [&](CheckListener& next) {
                           return std::make_unique<TableSieve>(settings, suppressions, name, noted, next);
                       }};
    return fix(bytes, path, request, models_);
}

}  // namespace daicho
