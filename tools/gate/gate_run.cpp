#include "tools/gate/gate_run.hpp"

#include <chrono>
#include <cstdlib>
#include <exception>
#include <memory>
#include <ostream>

#include "grammars/base/date_in_japan.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/parse_number.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/validate.hpp"
#include "tools/gate/cell_facts.hpp"

namespace daicho {

namespace {

/// Files up to this size are checked side by side, each on one thread; larger ones one after the other, each
/// on all threads and without keeping what is found.
constexpr std::uint64_t most_at_once = std::uint64_t{2} << 20;
constexpr std::size_t most_kept = 200'000;

struct GateWork {
    GateFile file;
    bool large = false;
};

struct GateAnswer {
    GateSettings settings;
    StoredCheck check;
    std::exception_ptr failure;
};

/// What stops one file and leaves the others as they are.
bool concerns_one_file(const Error& error) {
    return error.kind() == ErrorKind::input || error.kind() == ErrorKind::limit ||
           error.kind() == ErrorKind::system;
}

/// The check of files, whatever thread it is on.
class FileChecker {
 public:
    FileChecker(const GateRequest& request, const SuppressionUse& suppressions, const Session& session)
        : request_(request),
          keyed_(suppressions.keyed()),
          knowledge_(registry_options(session)),
          cache_(request.cached && !request.show_values ? request.config.settings_of("").cache : "off",
                 session.registry.empty() ? usual_registry() : session.registry) {
        knowledge_.sources();  // a registry that cannot be read is told now
    }

    GateWork work_for(const GateFile& file) const {
        if (request_.bytes_of || !file.unreadable.en.empty()) return {file};
        const auto facts = file_facts(file.path);
        return {file, facts && facts->size > most_at_once};
    }

    CheckOptions options_for(const GateSettings& settings, unsigned threads) const {
        CheckOptions options = settings.check;
        options.knowledge = knowledge_.sources();
        if (settings.addresses != AddressUse::check) options.knowledge.addresses = nullptr;
        if (!settings.corporations) options.knowledge.corporations = nullptr;
        options.threads = threads;
        return options;
    }

    void check(const GateWork& work, GateAnswer& answer) {
        answer = GateAnswer{};
        const SettingMap map = request_.config.map_of(work.file.name);
        answer.settings = request_.config.settings_of(work.file.name);
        try {
            if (const BothTexts& why = work.file.unreadable; !why.en.empty())
                throw Error{ErrorKind::system, why.ja, why.en};
            if (work.large) {
                note(
                    answer.settings, [&] { return std::make_unique<InputFile>(work.file.path); },
                    answer.check);
            } else {
                check_small(work.file, map, answer);
            }
        } catch (const Error&) {
            answer.failure = std::current_exception();
        }
    }

    void stream(const GateFile& file, const GateSettings& settings, CheckListener& listener) {
        validate({file.name, std::make_unique<InputFile>(file.path)}, options_for(settings, 0), models_,
                 listener);
    }

    const Knowledge& knowledge() const { return knowledge_; }

 private:
    void check_small(const GateFile& file, const SettingMap& map, GateAnswer& answer) {
        std::optional<std::string> given;
        if (request_.bytes_of) given = request_.bytes_of(file);
        const std::string bytes = given ? std::move(*given) : read_file(file.path);
        const std::string key = cache_.is_on() ? cache_.key_of(file.name, bytes, map, keyed_) : "";
        if (cache_.is_on()) {
            if (auto known = cache_.find(file.name, key)) {
                answer.check = std::move(*known);
                return;
            }
        }
        CheckKeeper keeper(answer.check, request_.show_values, most_kept);
        validate(memory_source(bytes, file.name), options_for(answer.settings, 1), models_, keeper);
        note(
            answer.settings, [&] { return memory_source(bytes, file.name).bytes; }, answer.check);
        answer.check.missing = missing_bits(knowledge_);
        if (cache_.is_on() && keeper.all_kept()) cache_.put(file.name, key, answer.check);
    }

    template <class Open>
    void note(const GateSettings& settings, Open&& open, StoredCheck& check) const {
        if (settings.fresh_column.empty() && keyed_.empty()) return;
        const auto table = open_table(open(), settings.check.read);
        note_cells(*table, settings.fresh_column, keyed_, check);
    }

    const GateRequest& request_;
    const std::vector<Suppression>& keyed_;
    Knowledge knowledge_;
    Models models_;
    CheckCache cache_;
};

/// Tells what was found, file by file.
class GateTeller {
 public:
    GateTeller(FileChecker& checker, SuppressionUse& suppressions, GateListener& listener, ReportSet* reports,
               const Session& session)
        : checker_(checker),
          suppressions_(suppressions),
          listener_(listener),
          reports_(reports),
          session_(session) {}

    void tell(const GateWork& work, const GateAnswer& answer) {
        telling_ = false;
        try {
            if (answer.failure) std::rethrow_exception(answer.failure);
            tell_checked(work, answer);
        } catch (const Error& error) {
            if (telling_ || !concerns_one_file(error)) throw;
            all_read_ = false;
            const BothTexts why =
                session_.explain ? session_.explain(error) : BothTexts{error.ja(), error.en()};
            listener_.fail_file(work.file.name, why);
            session_.out.flush();
            session_.talk << "daicho: " << why.in(session_.language) << '\n';
        }
        missing_ |= answer.check.missing;
    }
    bool all_read() const { return all_read_; }
    std::uint32_t missing() const { return missing_; }

 private:
    void tell_checked(const GateWork& work, const GateAnswer& answer) {
        listener_.begin(answer.settings, answer.check);
        suppressions_.begin_file(work.file.name, answer.check);
        FindingSieve sieve(answer.settings, suppressions_, listener_);
        FileFacts facts = answer.check.facts;
        if (work.large) {
            FactsWatcher watcher(sieve, facts);
            checker_.stream(work.file, answer.settings, watcher);
        } else {
            telling_ = true;
            replay(answer.check, sieve);
        }
        telling_ = true;
        if (reports_ != nullptr && reports_->copies_tables()) copy_table(work.file, answer.settings, facts);
    }

    void copy_table(const GateFile& file, const GateSettings& settings, const FileFacts& facts) {
        ReadOptions read = settings.check.read;
        if (facts.form.places.kind == PlaceForm::Kind::cell) read.sheet = facts.form.places.of;
        if (!facts.form.has_header) read.header_row = 0;
        reports_->add_tables([&] { return open_table(file.path, read); });
    }

    /// Remembers how the table was written down.
    class FactsWatcher final : public CheckListener {
     public:
        FactsWatcher(CheckListener& next, FileFacts& facts) : next_(next), facts_(facts) {}
        void begin_file(const FileFacts& facts) override {
            facts_ = facts;
            next_.begin_file(facts);
        }
        void add(const Finding& finding) override { next_.add(finding); }
        void end_file(const FileVerdict& verdict) override { next_.end_file(verdict); }

     private:
        CheckListener& next_;
        FileFacts& facts_;
    };

    FileChecker& checker_;
    SuppressionUse& suppressions_;
    GateListener& listener_;
    ReportSet* reports_;
    const Session& session_;
    std::uint32_t missing_ = 0;
    bool all_read_ = true;
    bool telling_ = false;  // what fails from here on is not the fault of the file
};

}  // namespace

bool run_gate(const GateRequest& request, const Session& session, SuppressionUse& suppressions,
              GateListener& listener, ReportSet* reports) {
    FileChecker checker(request, suppressions, session);
    GateTeller teller(checker, suppressions, listener, reports, session);
    std::size_t next = 0;
    ordered_pipeline<GateWork, GateAnswer>(
        hardware_threads(),
        [&](GateWork& work) {
            if (next == request.files.size()) return false;
            work = checker.work_for(request.files[next++]);
            return true;
        },
        [&](GateWork& work, GateAnswer& answer) { checker.check(work, answer); },
        [&](GateWork& work, GateAnswer& answer) { teller.tell(work, answer); });
    session.out.flush();
    warn_missing(teller.missing() | missing_bits(checker.knowledge()), session);
    return teller.all_read();
}

Session session_with_registry(const Session& session, const GateSettings& settings) {
    Session made = session;
    const bool named = !made.registry.empty() || std::getenv("DAICHO_REGISTRY") != nullptr;
    if (!named) made.registry = settings.registry;
    return made;
}

std::string present_day() {
    const char* const epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch != nullptr) {
        if (const auto seconds = parse_number(epoch))
            return date_in_japan(static_cast<std::int64_t>(*seconds));
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return date_in_japan(std::chrono::duration_cast<std::chrono::seconds>(now).count());
}

}  // namespace daicho
