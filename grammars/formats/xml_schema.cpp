#include "grammars/formats/xml_schema.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <exception>
#include <map>
#include <optional>
#include <vector>

#include "grammars/formats/xml_declaration.hpp"
#include "grammars/formats/xml_refusal.hpp"

namespace daicho {

struct XmlSchema::Compiled {
    xmlSchemaPtr schema = nullptr;
    ~Compiled() { xmlSchemaFree(schema); }
};

namespace {

constexpr std::size_t schema_chunk_size = 64 * 1024;

template <auto free>
struct FreeWith {
    template <class T>
    void operator()(T* pointer) const {
        free(pointer);
    }
};

/// As long as it lives libxml2 opens files only.
class NoNetwork {
 public:
    NoNetwork() : before_(xmlGetExternalEntityLoader()) {
        xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    }
    ~NoNetwork() { xmlSetExternalEntityLoader(before_); }
    NoNetwork(const NoNetwork&) = delete;
    NoNetwork& operator=(const NoNetwork&) = delete;

 private:
    xmlExternalEntityLoader before_;
};

/// The first complaint about a schema.
struct SchemaComplaint {
    std::string file, text;
    long line = 0;
    static void hear(void* self, xmlError* error) {
        auto& first = *static_cast<SchemaComplaint*>(self);
        if (error->level < XML_ERR_ERROR || !first.text.empty()) return;
        first.text = error->message ? error->message : "";
        first.file = error->file ? error->file : "";
        first.line = error->line;
    }
};

/// A sentence of libxml2 with `%` where it differs, and what that comes to: `$1` is the first of these.
struct Sentence {
    std::string_view said, given, expected;
};

constexpr Sentence sentences[] = {
    {"This element is not expected. Expected is one of ( % )", "", "$1"},
    {"This element is not expected. Expected is ( % )", "", "$1"},
    {"This element is not expected", "", ""},
    {"Missing child element(s). Expected is one of ( % )", "", "$1"},
    {"Missing child element(s). Expected is ( % )", "", "$1"},
    {"The attribute '%' is required but missing", "", "@$1"},
    {"The attribute '%' is not allowed", "", ""},
    {"'%' is not a valid value of the atomic type '%'", "$1", "$2"},
    {"'%' is not a valid value of the list type '%'", "$1", "$2"},
    {"'%' is not a valid value of the union type '%'", "$1", "$2"},
    {"The value '%' is not accepted by the pattern '%'", "$1", "$2"},
    {"The value '%' is not an element of the set {%}", "$1", "$2"},
    {"The value '%' is less than the minimum value allowed ('%')", "$1", "minInclusive $2"},
    {"The value '%' is greater than the maximum value allowed ('%')", "$1", "maxInclusive $2"},
    {"The value '%' must be greater than '%'", "$1", "minExclusive $2"},
    {"The value '%' must be less than '%'", "$1", "maxExclusive $2"},
    {"The value '%' has more digits than are allowed ('%')", "$1", "totalDigits $2"},
    {"The value '%' has more fractional digits than are allowed ('%')", "$1", "fractionDigits $2"},
    {"The value has a length of '%'; this differs from the allowed length of '%'", "", "length $2"},
    {"The value has a length of '%'; this underruns the allowed minimum length of '%'", "", "minLength $2"},
    {"The value has a length of '%'; this exceeds the allowed maximum length of '%'", "", "maxLength $2"},
    {"Duplicate key-sequence % in unique identity-constraint '%'", "$1", "unique $2"},
    {"Duplicate key-sequence % in key identity-constraint '%'", "$1", "key $2"},
    {"No match found for key-sequence % of keyref '%'", "$1", "keyref $2"},
};

/// What stands in the places of the `%`; nothing where the text is another sentence.
std::optional<std::vector<std::string_view>> differing_parts(std::string_view text, std::string_view said) {
    std::vector<std::string_view> parts;
    std::size_t hole = said.find('%');
    if (!text.starts_with(said.substr(0, hole))) return std::nullopt;
    while (hole != said.npos) {
        text.remove_prefix(std::min(hole, text.size()));
        said.remove_prefix(hole + 1);
        hole = said.find('%');
        const std::string_view behind = said.substr(0, hole);
        const std::size_t end = hole == said.npos ? text.rfind(behind) : text.find(behind);
        if (end == text.npos) return std::nullopt;
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    if (text.size() != (parts.empty() ? text.size() : said.size())) return std::nullopt;
    return parts;
}

std::string filled(std::string_view form, const std::vector<std::string_view>& parts) {
    const std::size_t at = form.find('$');
    if (at == form.npos) return std::string(form);
    const auto number = static_cast<std::size_t>(form[at + 1] - '1');
    return std::string(form.substr(0, at)).append(parts[number]);
}

/// Tells the violation by what `text` says, which is no longer about where it is.
void tell_by(std::string_view text, XmlViolation& one) {
    if (text.starts_with("attribute '")) {
        const std::size_t end = std::min(text.find("': "), text.size());
        one.path.append("/@").append(text.substr(11, end - 11));
        text.remove_prefix(std::min(end + 3, text.size()));
    }
    if (text.starts_with("[facet")) text.remove_prefix(std::min(text.find("] ") + 2, text.size()));
    for (const Sentence& sentence : sentences) {
        const auto parts = differing_parts(text, sentence.said);
        if (!parts) continue;
        one.given = filled(sentence.given, *parts);
        one.expected = filled(sentence.expected, *parts);
        return;
    }
    one.what = text;
}

/// "Element '{http://…}a': This element is not expected.\n" without what the path says already, and without
/// names of namespaces.
std::string in_short(std::string_view message) {
    if (message.starts_with("Element '")) {
        const std::size_t end = message.find('\'', 9);
        if (end != std::string_view::npos) message.remove_prefix(std::min(end + 3, message.size()));
    }
    std::string text;
    while (!message.empty()) {
        const std::size_t end = message.front() == '{' ? message.find('}') : std::string_view::npos;
        const bool name = end != std::string_view::npos &&
                          message.substr(0, end).find_first_of(":/") != std::string_view::npos &&
                          message.substr(0, end).find(' ') == std::string_view::npos;
        if (!name) text += message.front();
        message.remove_prefix(name ? end + 1 : 1);
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == '.' || text.back() == ' '))
        text.pop_back();
    return text;
}

/// Datatypes and their facets; all else is about elements, attributes and keys.
bool is_of_value(int code) {
    return code >= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 && code <= XML_SCHEMAV_CVC_ENUMERATION_VALID;
}

/// Goes through a document beside the schema: where in it libxml2 is when it complains.
class SchemaRun {
 public:
    SchemaRun(xmlSchemaPtr schema, ByteSource& document, const std::string& records,
              const std::function<void(const XmlViolation&)>& tell)
        : valid_(xmlSchemaNewValidCtxt(schema)), document_(document), records_(records), tell_(tell) {
        if (!valid_) throw std::bad_alloc();
        xmlSchemaSetValidStructuredErrors(valid_.get(), on_violation, this);
        xmlSchemaValidateSetLocator(valid_.get(), locate, this);
        calls_.initialized = XML_SAX2_MAGIC;
        calls_.startElementNs = on_start;
        calls_.endElementNs = on_end;
        calls_.internalSubset = on_dtd;
        xmlSAXHandlerPtr calls = &calls_;
        void* self = this;
        plug_ = xmlSchemaSAXPlug(valid_.get(), &calls, &self);
        if (plug_) parser_.reset(xmlCreatePushParserCtxt(calls, self, nullptr, 0, nullptr));
        if (!parser_) throw std::bad_alloc();
        xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET);
    }
    ~SchemaRun() {
        parser_.reset();
        xmlSchemaSAXUnplug(plug_);
    }
    SchemaRun(const SchemaRun&) = delete;
    SchemaRun& operator=(const SchemaRun&) = delete;

    void run() {
        std::string chunk(schema_chunk_size, '\0');
        while (!failure_) {
            const std::size_t got = document_.read(chunk.data(), chunk.size());
            if (xmlParseChunk(parser_.get(), chunk.data(), static_cast<int>(got), got == 0) != 0) break;
            if (got == 0) break;
        }
        if (failure_) std::rethrow_exception(failure_);
        const xmlError* error = xmlCtxtGetLastError(parser_.get());
        if (error && error->level == XML_ERR_FATAL)
            refuse_no_xml(document_.name(), error->line, error->message ? error->message : "");
    }

 private:
    struct Open {
        std::string name;
        std::size_t path, plain;  ///< sizes of the paths without it
        std::map<std::string, std::uint64_t, std::less<>> children;
    };

    /// No exception may pass through libxml2: it waits until the parser has returned.
    template <class Work>
    void guarded(Work&& work) {
        if (failure_) return;
        try {
            work();
        } catch (...) {
            failure_ = std::current_exception();
            if (parser_) xmlStopParser(parser_.get());
        }
    }

    static void on_start(void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                         const xmlChar**, int, int, const xmlChar**) {
        auto& run = *static_cast<SchemaRun*>(self);
        run.guarded([&] { run.open(reinterpret_cast<const char*>(name)); });
    }
    /// The schema hears of the end after this, and then still speaks of the element.
    static void on_end(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& run = *static_cast<SchemaRun*>(self);
        run.guarded([&] {
            run.close();
            run.ended_ = true;
        });
    }
    static void on_dtd(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
        auto& run = *static_cast<SchemaRun*>(self);
        run.guarded([&] { refuse_dtd(run.document_.name()); });
    }
    static int locate(void* self, const char** file, unsigned long* line) {
        auto& run = *static_cast<SchemaRun*>(self);
        if (file) *file = nullptr;
        if (line) *line = run.line();
        return 0;
    }
    static void on_violation(void* self, xmlError* error) {
        auto& run = *static_cast<SchemaRun*>(self);
        if (error->level < XML_ERR_ERROR) return;
        run.guarded([&] { run.violation(*error); });
    }

    unsigned long line() const {
        return parser_ && parser_->input ? static_cast<unsigned long>(parser_->input->line) : 0;
    }

    void open(std::string_view name) {
        close();
        std::uint64_t number = 1;
        if (!open_.empty()) {
            auto& children = open_.back().children;
            const auto known = children.find(name);
            number = known == children.end() ? (children.emplace(name, 1), 1) : ++known->second;
        }
        open_.push_back({std::string(name), path_.size(), plain_.size(), {}});
        path_.append("/").append(name);
        plain_.append("/").append(name);
        if (plain_ == records_) ++record_;
        if (number > 1) path_.append("[").append(std::to_string(number)).append("]");
    }

    /// Leaves the element that has ended.
    void close() {
        if (!ended_) return;
        ended_ = false;
        path_.resize(open_.back().path);
        plain_.resize(open_.back().plain);
        open_.pop_back();
    }

    bool in_record() const {
        return !records_.empty() && plain_.starts_with(records_) &&
               (plain_.size() == records_.size() || plain_[records_.size()] == '/');
    }

    /// Of a value libxml2 says first which facet it breaks, then that it is none of the type.
    void violation(const xmlError& error) {
        XmlViolation one;
        one.line = line();
        one.record = in_record() ? record_ : 0;
        one.path = path_;
        one.of_value = is_of_value(error.code);
        tell_by(in_short(error.message ? error.message : ""), one);
        const bool again = one.of_value && last_.of_value && one.path == last_.path &&
                           one.line == last_.line && one.record == last_.record;
        last_ = one;
        if (!again) tell_(one);
    }

    std::unique_ptr<xmlSchemaValidCtxt, FreeWith<xmlSchemaFreeValidCtxt>> valid_;
    ByteSource& document_;
    const std::string& records_;
    const std::function<void(const XmlViolation&)>& tell_;
    xmlSAXHandler calls_{};
    xmlSchemaSAXPlugPtr plug_ = nullptr;
    std::unique_ptr<xmlParserCtxt, FreeWith<xmlFreeParserCtxt>> parser_;
    std::vector<Open> open_;
    std::string path_, plain_;
    std::uint64_t record_ = 0;
    bool ended_ = false;
    XmlViolation last_;
    std::exception_ptr failure_;
};

}  // namespace

XmlSchema::XmlSchema(const std::string& path) : compiled_(std::make_unique<Compiled>()) {
    InputFile readable(path);  // says in words why it cannot be read
    xmlInitParser();
    const XmlSilence silence;
    const NoNetwork files_only;
    SchemaComplaint complaint;
    const std::unique_ptr<xmlSchemaParserCtxt, FreeWith<xmlSchemaFreeParserCtxt>> parser(
        xmlSchemaNewParserCtxt(path.c_str()));
    if (!parser) throw std::bad_alloc();
    xmlSchemaSetParserStructuredErrors(parser.get(), SchemaComplaint::hear, &complaint);
    compiled_->schema = xmlSchemaParse(parser.get());
    if (compiled_->schema) return;
    const std::string why = in_short(complaint.text);
    refuse_xml(complaint.file.empty() ? path : complaint.file, complaint.line,
               "XSD として読めません（" + why + "）", "this is not a schema of XML: " + why);
}

XmlSchema::~XmlSchema() = default;

void XmlSchema::check(ByteSource& document, const std::string& records,
                      const std::function<void(const XmlViolation&)>& tell) const {
    const XmlSilence silence;
    const std::string declared = wrongly_declared_encoding(document);
    const auto plain = declared.empty() ? nullptr : without_declared_encoding(document);
    SchemaRun(compiled_->schema, plain ? *plain : document, records, tell).run();
}

}  // namespace daicho
