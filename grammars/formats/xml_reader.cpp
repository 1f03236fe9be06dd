#include "grammars/formats/xml_reader.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <cassert>
#include <exception>

#include "grammars/base/buffer.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/formats/xml_refusal.hpp"

namespace daicho {

namespace {

constexpr std::size_t xml_chunk_size = 64 * 1024;
constexpr std::size_t tag_limit = 64 * 1024;   // libxml2 compares each attribute of a tag with all others
constexpr std::size_t markup_limit = 1 << 20;  // comments, CDATA sections, ...: kept until they end
constexpr int name_limit = 10'000;             // libxml2's dictionary gets slow with millions of names
constexpr unsigned depth_limit = 256;

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

/// A name in the dictionary of the parser, which lives as long as the parser.
std::string_view name_of(const xmlChar* name) {
    return name ? std::string_view{reinterpret_cast<const char*>(name)} : std::string_view{};
}

/// An event that waits to be given out. Texts are ranges of `Steps::text`.
struct Step {
    XmlEvent event;
    unsigned depth;
    std::uint32_t first;  ///< byte of the text, or attribute
    std::uint32_t count;  ///< bytes of the text, or attributes
    std::uint64_t line;
    std::string_view name, uri;
};

struct StepAttribute {
    std::string_view name, uri;
    std::uint32_t begin, size;  ///< of the value
};

}  // namespace

/// libxml2's push parser. It is given the source chunk by chunk and calls back for each event; the events of
/// a chunk are kept here until they are asked for. (Its pull reader, xmlTextReader, builds a tree node for
/// each event, is several times slower and does not know lines beyond 65535 for sure.)
class XmlReader::Parser {
 public:
    explicit Parser(ByteSource& source);

    /// The next event, or null at the end of the document.
    const Step* next();
    bool has_told_all() const;
    std::string_view text(std::uint32_t begin, std::uint32_t size) const {
        return {text_.data() + begin, size};
    }
    const StepAttribute& attribute(std::size_t i) const { return attributes_[i]; }
    const std::string& name() const { return source_.name(); }

 private:
    static void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int,
                         const xmlChar**, int attributes, int, const xmlChar** values);
    static void on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri);
    static void on_text(void* self, const xmlChar* text, int size);
    static void on_dtd(void* self, const xmlChar*, const xmlChar*, const xmlChar*);
    static void on_error(void* self, xmlError* error);
    static xmlSAXHandler handler();

    template <class Work>
    void guarded(Work&& work);
    void add(XmlEvent event, std::size_t first, std::size_t count, std::string_view name = {},
             std::string_view uri = {});
    std::string_view local_name(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) const;
    void feed();
    void check_limits() const;
    long line() const { return context_->input ? context_->input->line : 0; }

    ByteSource& source_;
    Context context_;
    Buffer<char> chunk_;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    Buffer<char> text_;
    std::vector<StepAttribute> attributes_;
    unsigned depth_ = 0;
    bool done_ = false;
    std::exception_ptr failure_;  ///< to be thrown behind the events that are left
};

XmlReader::Parser::Parser(ByteSource& source) : source_(source) {
    static const bool ready = (xmlInitParser(), true);
    (void)ready;
    xmlSAXHandler calls = handler();
    context_.reset(xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr));
    if (!context_) throw std::bad_alloc();
    xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_NOCDATA);
    chunk_.resize(xml_chunk_size);
}

xmlSAXHandler XmlReader::Parser::handler() {
    xmlSAXHandler calls{};
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElementNs = on_start;
    calls.endElementNs = on_end;
    calls.characters = on_text;
    calls.ignorableWhitespace = on_text;  // the same function: libxml2 need not tell the two apart
    calls.internalSubset = on_dtd;
    calls.serror = on_error;
    return calls;
}

/// Runs a callback. No exception may pass through libxml2: it waits until the parser has returned.
template <class Work>
void XmlReader::Parser::guarded(Work&& work) {
    if (failure_) return;
    try {
        work();
    } catch (...) {
        failure_ = std::current_exception();
        xmlStopParser(context_.get());
    }
}

/// A prefix that stands for no namespace is a part of the name.
std::string_view XmlReader::Parser::local_name(const xmlChar* name, const xmlChar* prefix,
                                               const xmlChar* uri) const {
    return name_of(prefix && !uri ? xmlDictQLookup(context_->dict, prefix, name) : name);
}

void XmlReader::Parser::add(XmlEvent event, std::size_t first, std::size_t count, std::string_view name,
                            std::string_view uri) {
    steps_.push_back({event, depth_, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(count),
                      static_cast<std::uint64_t>(line()), name, uri});
}

void XmlReader::Parser::on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                                 int, const xmlChar**, int attributes, int, const xmlChar** values) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
        if (++parser.depth_ > depth_limit) {
            refuse_xml(parser.name(), parser.line(), "要素の入れ子が深すぎます（256 段まで）。",
                       "the elements are nested too deep (at most 256)");
        }
        const std::size_t first = parser.attributes_.size();
        for (int i = 0; i < attributes; ++i, values += 5) {  // name, prefix, URI, begin and end of the value
            const auto size = static_cast<std::size_t>(values[4] - values[3]);
            parser.attributes_.push_back({parser.local_name(values[0], values[1], values[2]),
                                          name_of(values[2]), static_cast<std::uint32_t>(parser.text_.size()),
                                          static_cast<std::uint32_t>(size)});
            parser.text_.append(reinterpret_cast<const char*>(values[3]), size);
        }
        parser.add(XmlEvent::start, first, parser.attributes_.size() - first,
                   parser.local_name(name, prefix, uri), name_of(uri));
    });
}

void XmlReader::Parser::on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
        parser.add(XmlEvent::end, 0, 0, parser.local_name(name, prefix, uri), name_of(uri));
        --parser.depth_;
    });
}

void XmlReader::Parser::on_text(void* self, const xmlChar* text, int size) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
        const auto count = static_cast<std::size_t>(size);
        const std::size_t first = parser.text_.size();
        parser.text_.append(reinterpret_cast<const char*>(text), count);
        if (!parser.steps_.empty() && parser.steps_.back().event == XmlEvent::text) {
            parser.steps_.back().count += static_cast<std::uint32_t>(count);
            parser.steps_.back().line = static_cast<std::uint64_t>(parser.line());
        } else {
            parser.add(XmlEvent::text, first, count);
        }
    });
}

void XmlReader::Parser::on_dtd(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { refuse_dtd(parser.name(), parser.line()); });
}

/// libxml2 goes on after the first error, to look for more; we do not.
void XmlReader::Parser::on_error(void* self, xmlError* error) {
    auto& parser = *static_cast<Parser*>(self);
    if (error->level < XML_ERR_FATAL) return;
    parser.guarded([&] { refuse_no_xml(parser.name(), error->line, error->message ? error->message : ""); });
}

/// What libxml2 keeps is bounded: names, and what is written without an end.
void XmlReader::Parser::check_limits() const {
    if (xmlDictSize(context_->dict) > name_limit) {
        refuse_xml(name(), line(), "要素や属性の名前の種類が多すぎます（10,000 種類まで）。",
                   "there are too many different names of elements and attributes (at most 10,000)");
    }
    const xmlParserInput* input = context_->input;
    if (!input || !input->cur) return;
    const auto pending = static_cast<std::size_t>(input->end - input->cur);
    if (pending <= tag_limit) return;
    const bool markup = context_->instate == XML_PARSER_CDATA_SECTION ||
                        (input->cur[0] == '<' && (input->cur[1] == '!' || input->cur[1] == '?'));
    if (markup && pending <= markup_limit) return;
    refuse_xml(name(), line(), "終わりのない、または長すぎるタグ、注釈、CDATA があります。",
               "a tag, comment or CDATA section does not end, or is too long");
}

void XmlReader::Parser::feed() {
    steps_.clear();
    attributes_.clear();
    text_.clear();
    at_ = 0;
    const std::size_t size = source_.read(chunk_.data(), xml_chunk_size);
    done_ = size == 0;
    const XmlSilence silence;
    xmlParseChunk(context_.get(), chunk_.data(), static_cast<int>(size), done_);
    guarded([&] {
        if (context_->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
        // Bytes it cannot convert are told to no callback: it gives up, or goes on without them.
        const xmlParserInput* input = context_->input;
        const bool lost = silence.met_broken_bytes() || (input && input->buf && input->buf->error != 0);
        if (context_->disableSAX || lost) refuse_no_xml(name(), line(), "its encoding cannot be converted");
        check_limits();
    });
}

const Step* XmlReader::Parser::next() {
    while (at_ == steps_.size()) {
        if (failure_) std::rethrow_exception(failure_);
        if (done_) return nullptr;
        feed();
    }
    return &steps_[at_++];
}

bool XmlReader::Parser::has_told_all() const {
    const xmlParserInput* input = context_->input;
    return at_ == steps_.size() && !failure_ && !done_ && context_->instate == XML_PARSER_CONTENT && input &&
           input->cur == input->end;
}

XmlReader::XmlReader(ByteSource& source) : parser_(std::make_unique<Parser>(source)) {}
XmlReader::~XmlReader() = default;

XmlEvent XmlReader::next() {
    const Step* step = parser_->next();
    attributes_.clear();
    if (!step) {
        name_ = uri_ = text_ = {};
        depth_ = 0;
        return event_ = XmlEvent::finished;
    }
    name_ = step->name;
    uri_ = step->uri;
    depth_ = step->depth;
    line_ = step->line;
    text_ = step->event == XmlEvent::text ? parser_->text(step->first, step->count) : std::string_view{};
    if (step->event == XmlEvent::start) {
        for (std::uint32_t i = 0; i < step->count; ++i) {
            const StepAttribute& one = parser_->attribute(step->first + i);
            attributes_.push_back({one.name, one.uri, parser_->text(one.begin, one.size)});
        }
    }
    return event_ = step->event;
}

bool XmlReader::has_told_all() const {
    return parser_->has_told_all();
}

XmlEvent XmlReader::next_tag() {
    while (next() == XmlEvent::text) {
    }
    return event_;
}

std::optional<std::string_view> XmlReader::attribute(std::string_view wanted) const {
    for (const Attribute& one : attributes_) {
        if (one.name == wanted && one.uri.empty()) return one.value;
    }
    return std::nullopt;
}

std::string XmlReader::read_text(std::size_t limit) {
    assert(event_ == XmlEvent::start);
    const unsigned depth = depth_;
    std::string all;
    while (next() != XmlEvent::end || depth_ != depth) {
        if (event_ != XmlEvent::text || depth_ != depth) continue;
        if (all.size() + text_.size() > limit) {
            refuse_xml(parser_->name(), static_cast<long>(line_), "要素の文字列が長すぎます。",
                       "the text of an element is too long");
        }
        all += text_;
    }
    return all;
}

void XmlReader::skip() {
    assert(event_ == XmlEvent::start);
    const unsigned depth = depth_;
    while (next() != XmlEvent::end || depth_ != depth) {
    }
}

std::optional<XmlRoot> xml_root(std::string_view head) {
    MemorySource source(std::string(head), "");
    try {
        XmlReader reader(source);
        if (reader.next_tag() != XmlEvent::start) return std::nullopt;
        return XmlRoot{std::string(reader.name()), std::string(reader.uri())};
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace daicho
