#include "tools/validation.hpp"

#include <memory>
#include <optional>

#include "grammars/base/os.hpp"
#include "grammars/formats/xml_schema.hpp"
#include "models/dataset/model_access.hpp"
#include "models/dataset/validate.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/table_inputs.hpp"
#include "tools/table_options.hpp"
#include "tools/xsd_pass.hpp"

namespace daicho {

namespace {

/// Lets several readers use one source, one after the other.
class SharedSource final : public SeekableSource {
 public:
    explicit SharedSource(std::shared_ptr<SeekableSource> source) : source_(std::move(source)) {}

    std::size_t read(char* to, std::size_t size) override { return source_->read(to, size); }
    bool rewindable() const override { return true; }
    std::uint64_t size() override { return source_->size(); }
    void seek(std::uint64_t offset) override { source_->seek(offset); }
    const std::string& name() const override { return source_->name(); }

 private:
    std::shared_ptr<SeekableSource> source_;
};

/// The bytes of `source`, which can be read again and again.
std::shared_ptr<SeekableSource> shared_bytes(DatasetSource& source) {
    auto* seekable = dynamic_cast<SeekableSource*>(source.bytes.get());
    if (seekable == nullptr || !seekable->rewindable())
        return std::make_shared<SpooledSource>(std::move(source.bytes));
    static_cast<void>(source.bytes.release());
    return std::shared_ptr<SeekableSource>(seekable);
}

/// Remembers how the table was written down.
class FormWatcher final : public CheckListener {
 public:
    explicit FormWatcher(CheckListener& next) : next_(next) {}

    void begin_file(const FileFacts& facts) override {
        form_ = facts.form;
        next_.begin_file(facts);
    }
    void add(const Finding& finding) override { next_.add(finding); }
    void end_file(const FileVerdict& verdict) override { next_.end_file(verdict); }
    const TableForm& form() const { return form_; }

 private:
    CheckListener& next_;
    TableForm form_;
};

/// Checks a table, and reads it again for the reports that show it.
void validate_and_copy(DatasetSource source, const CheckOptions& check, Models& models,
                       CheckListener& listener, ReportSet& reports) {
    const auto bytes = shared_bytes(source);
    FormWatcher watcher(listener);
    validate({source.name, std::make_unique<SharedSource>(bytes)}, check, models, watcher);
    ReadOptions read = check.read;
    const TableForm& form = watcher.form();
    if (form.places.kind == PlaceForm::Kind::cell) read.sheet = form.places.of;
    if (!form.has_header) read.header_row = 0;
    reports.add_tables([&] {
        bytes->rewind();
        return open_table(std::make_unique<SharedSource>(bytes), read);
    });
}

/// A model that cannot be had is not the fault of a file.
void require_model(const CheckOptions& check, Models& models) {
    if (check.model != "auto" && check.model != "none") ModelAccess(models)->get(check.model);
}

/// Checks a table, compares it with a schema of XML where there is one, and shows it to the reports.
void validate_source(DatasetSource source, const CheckOptions& check, Models& models, const XmlSchema* schema,
                     CheckListener& listener, ReportSet* reports) {
    const bool copies = reports != nullptr && reports->copies_tables();
    if (schema == nullptr && !copies) return validate(std::move(source), check, models, listener);
    if (schema == nullptr) return validate_and_copy(std::move(source), check, models, listener, *reports);
    const std::string name = source.name;
    const auto bytes = shared_bytes(source);
    SharedSource document(bytes);
    XsdPass pass(*schema, document, listener);
    DatasetSource again{name, std::make_unique<SharedSource>(bytes)};
    if (copies) return validate_and_copy(std::move(again), check, models, pass, *reports);
    validate(std::move(again), check, models, pass);
}

}  // namespace

void add_model_choice(OptionList& list, std::string& model) {
    list.text("--model", "NAME", model,
              {"モデル（例: Person, 個人。既定の auto は最も合うもの、none は値だけを調べる）",
               "Model (Person, 個人; default: auto, the best fitting; none: check the values alone)"});
}

void add_reference_use(OptionList& list, AddressUse& addresses, bool& corporations) {
    list.choice("--addresses", addresses, {{"check", AddressUse::check}, {"off", AddressUse::off}},
                {"住所を台帳ファイルの住所と比べる（既定）・比べない",
                 "Check addresses against the registry (default), or not"});
    list.choice("--corporations", corporations, {{"check", true}, {"off", false}},
                {"法人番号とその商号などを公表内容と比べる（既定）・比べない",
                 "Check corporate numbers, and the names beside them, against the published ones (default), "
                 "or not"});
}

void add_validation(OptionList& list, Validation& validation) {
    list.arguments("FILE", validation.files,
                   {"調べる表。フォルダーならその中のすべて（- は標準入力）",
                    "Tables to check, or folders of them (-: standard input)"})
        .required();
    add_model_choice(list, validation.check.model);
    add_reference_use(list, validation.addresses, validation.corporations);
    add_check_options(list, validation.check);
    add_read_options(list, validation.check.read, "");
}

bool run_validation(const Validation& validation, const Session& session, ValidationListener& listener,
                    ReportSet* reports) {
    const Knowledge knowledge(registry_options(session));
    CheckOptions check = validation.check;
    check.knowledge = knowledge.sources();
    if (validation.addresses != AddressUse::check) check.knowledge.addresses = nullptr;
    if (!validation.corporations) check.knowledge.corporations = nullptr;
    Models models;
    require_model(check, models);
    std::optional<XmlSchema> schema;
    if (!validation.xsd.empty()) schema.emplace(validation.xsd);
    const bool all_read = for_each_table(
        validation.files, session,
        [&](DatasetSource source) {
            validate_source(std::move(source), check, models, schema ? &*schema : nullptr, listener, reports);
        },
        [&](const std::string& path, const BothTexts& why) { listener.fail_file(path, why); });
    session.out.flush();
    warn_missing(knowledge, session);
    return all_read;
}

}  // namespace daicho
