#include "grammars/formats/xml_reader.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <cassert>
#include <cstring>
#include <exception>

#include "grammars/base/buffer.hpp"
#include "grammars/formats/xml_refusal.hpp"
#include "grammars/formats/xml_scanner.hpp"
#include "grammars/formats/xml_steps.hpp"

namespace daicho {

namespace {

constexpr std::size_t xml_chunk_size = 64 * 1024;
constexpr std::size_t tag_limit = 64 * 1024;   // libxml2 compares each attribute of a tag with all others
constexpr std::size_t markup_limit = 1 << 20;  // comments, CDATA sections, ...: kept until they end
constexpr int name_limit = 10'000;             // libxml2's dictionary gets slow with millions of names

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};
using Context = std::unique_ptr<xmlParserCtxt, FreeContext>;

/// A name in the dictionary of the parser, which lives as long as the parser.
std::string_view name_of(const xmlChar* name) {
    return name ? std::string_view{reinterpret_cast<const char*>(name)} : std::string_view{};
}

}  // namespace

/// libxml2's push parser. It is given the source piece by piece and calls back for each event; the events of
/// a piece are kept here until they are asked for. Where it stands between two tags the scanner reads what is
/// in plain shape, and it is given what is left over. (Its pull reader, xmlTextReader, builds a tree node for
/// each event, is several times slower and does not know lines beyond 65535 for sure.)
class XmlReader::Parser {
 public:
    explicit Parser(ByteSource& source);

    /// The next event, or null at the end of the document.
    const XmlStep* next();
    bool has_told_all() const;
    std::string_view text(const XmlStep& step) const {
        return {(step.as_written ? chunk_.data() + scanned_ : steps_.text.data()) + step.first, step.count};
    }
    XmlReader::Attribute attribute(std::size_t i) const {
        const XmlStepAttribute& one = steps_.attributes[i];
        return {one.name, one.uri, {steps_.text.data() + one.begin, one.size}};
    }
    const std::map<std::string, std::uint64_t>& passed_over() const { return passed_over_; }
    const std::string& name() const { return source_.name(); }

 private:
    static void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int,
                         const xmlChar**, int attributes, int, const xmlChar** values);
    static void on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri);
    static void on_text(void* self, const xmlChar* text, int size);
    static void on_comment(void* self, const xmlChar*);
    static void on_instruction(void* self, const xmlChar* target, const xmlChar*);
    static void on_dtd(void* self, const xmlChar*, const xmlChar*, const xmlChar*);
    static void on_error(void* self, xmlError* error);
    static xmlSAXHandler handler();

    template <class Work>
    void guarded(Work&& work);
    void add(XmlEvent event, std::size_t first, std::size_t count, std::string_view name = {},
             std::string_view uri = {});
    std::string_view local_name(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) const;
    std::string_view rest() const { return {chunk_.data() + begin_, size_ - begin_}; }
    bool stands_between_tags() const;
    bool fill();
    bool scan();
    std::size_t next_piece();
    void give_piece();
    void feed();
    void check_limits() const;
    long line() const { return context_->input ? context_->input->line : 0; }

    ByteSource& source_;
    Context context_;
    XmlScanner scanner_;
    Buffer<char> chunk_;       ///< bytes of the source, and 0 behind them
    std::size_t size_ = 0;     ///< of those
    std::size_t begin_ = 0;    ///< of what was not read yet
    std::size_t scanned_ = 0;  ///< where the scanner began that made the events
    std::size_t piece_ = 1;    ///< least bytes of the next piece for libxml2
    char last_given_ = 0;      ///< byte that libxml2 was given
    bool source_ended_ = false;
    XmlSteps steps_;
    std::size_t at_ = 0;
    unsigned depth_ = 0;
    std::vector<unsigned> scopes_;  ///< depths of open elements that declare namespaces
    std::map<std::string, std::uint64_t> passed_over_;
    bool done_ = false;
    std::exception_ptr failure_;  ///< to be thrown behind the events that are left
};

XmlReader::Parser::Parser(ByteSource& source) : source_(source) {
    static const bool ready = (xmlInitParser(), true);
    (void)ready;
    xmlSAXHandler calls = handler();
    context_.reset(xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr));
    if (!context_) throw std::bad_alloc();
    // Without NOENT an & in an attribute comes as &#38;. There are no entities: a DTD is refused.
    xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT);
}

xmlSAXHandler XmlReader::Parser::handler() {
    xmlSAXHandler calls{};
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElementNs = on_start;
    calls.endElementNs = on_end;
    calls.characters = on_text;
    calls.ignorableWhitespace = on_text;  // the same function: libxml2 need not tell the two apart
    calls.comment = on_comment;
    calls.processingInstruction = on_instruction;
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
    steps_.all.push_back({event, false, static_cast<std::uint16_t>(depth_), static_cast<std::uint32_t>(first),
                          static_cast<std::uint32_t>(count), static_cast<std::uint64_t>(line()), name, uri});
}

void XmlReader::Parser::on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                                 int namespaces, const xmlChar**, int attributes, int,
                                 const xmlChar** values) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
        if (++parser.depth_ > xml_depth_limit) {
            refuse_xml(parser.name(), parser.line(), "要素の入れ子が深すぎます（256 段まで）。",
                       "the elements are nested too deep (at most 256)");
        }
        if (namespaces > 0) {
            parser.scopes_.push_back(parser.depth_);
            parser.scanner_.forget();
        }
        XmlSteps& steps = parser.steps_;
        const std::size_t first = steps.attributes.size();
        for (int i = 0; i < attributes; ++i, values += 5) {  // name, prefix, URI, begin and end of the value
            const auto size = static_cast<std::size_t>(values[4] - values[3]);
            const std::string_view known = parser.local_name(values[0], values[1], values[2]);
            steps.attributes.push_back({known, name_of(values[2]),
                                        static_cast<std::uint32_t>(steps.text.size()),
                                        static_cast<std::uint32_t>(size)});
            steps.text.append(reinterpret_cast<const char*>(values[3]), size);
            parser.scanner_.know_attribute(name_of(values[1]), name_of(values[0]), known, name_of(values[2]));
        }
        const std::string_view known = parser.local_name(name, prefix, uri);
        parser.add(XmlEvent::start, first, steps.attributes.size() - first, known, name_of(uri));
        parser.scanner_.know_element(name_of(prefix), name_of(name), known, name_of(uri));
    });
}

void XmlReader::Parser::on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
        parser.add(XmlEvent::end, 0, 0, parser.local_name(name, prefix, uri), name_of(uri));
        if (!parser.scopes_.empty() && parser.scopes_.back() == parser.depth_) {
            parser.scopes_.pop_back();
            parser.scanner_.forget();
        }
        --parser.depth_;
    });
}

void XmlReader::Parser::on_text(void* self, const xmlChar* text, int size) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] {
        const auto count = static_cast<std::size_t>(size);
        XmlSteps& steps = parser.steps_;
        const std::size_t first = steps.text.size();
        steps.text.append(reinterpret_cast<const char*>(text), count);
        if (!steps.all.empty() && steps.all.back().event == XmlEvent::text) {
            steps.all.back().count += static_cast<std::uint32_t>(count);
            steps.all.back().line = static_cast<std::uint64_t>(parser.line());
        } else {
            parser.add(XmlEvent::text, first, count);
        }
    });
}

void XmlReader::Parser::on_comment(void* self, const xmlChar*) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { ++parser.passed_over_["<!-- -->"]; });
}

void XmlReader::Parser::on_instruction(void* self, const xmlChar* target, const xmlChar*) {
    auto& parser = *static_cast<Parser*>(self);
    parser.guarded([&] { ++parser.passed_over_["<?" + std::string(name_of(target)) + "?>"]; });
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

/// Whether libxml2 has told of all that it was given, and what it was given ends with a tag or the like, in
/// an element.
bool XmlReader::Parser::stands_between_tags() const {
    const xmlParserInput* input = context_->input;
    return !failure_ && !done_ && last_given_ == '>' && context_->instate == XML_PARSER_CONTENT && input &&
           input->cur == input->end;
}

/// Reads on behind what was not read yet; false at the end of the source.
bool XmlReader::Parser::fill() {
    constexpr std::size_t least_behind_rest = 4096;  // what was cut is looked at from its start
    if (source_ended_) return false;
    const std::size_t kept = size_ - begin_;
    if (begin_ > 0 && kept > 0) std::memmove(chunk_.data(), chunk_.data() + begin_, kept);
    begin_ = 0;
    size_ = kept;
    do {
        chunk_.resize(size_ + xml_chunk_size + 1);
        const std::size_t read = source_.read(chunk_.data() + size_, xml_chunk_size);
        source_ended_ = read == 0;
        size_ += read;
    } while (!source_ended_ && kept > 0 && size_ - kept < least_behind_rest);
    chunk_[size_] = 0;
    return size_ > kept;
}

bool XmlReader::Parser::scan() {
    constexpr std::size_t worth_while = 512;
    xmlParserInput& input = *context_->input;
    if (!stands_between_tags() || (input.buf != nullptr && input.buf->encoder != nullptr)) return false;
    for (;;) {
        const std::size_t size = scanner_.scan(rest(), depth_, static_cast<std::uint64_t>(line()), steps_);
        if (size > 0) {
            scanned_ = begin_;
            begin_ += size;
            input.line = static_cast<int>(scanner_.line());
            if (size >= worth_while) piece_ = 1;
            return true;
        }
        if (!scanner_.was_cut() || rest().size() >= xml_chunk_size || !fill()) return false;
    }
}

/// The end of the next piece for libxml2: behind a tag. The longer the scanner did not get on, the longer.
std::size_t XmlReader::Parser::next_piece() {
    const std::size_t last = rest().find('>', piece_ - 1);
    piece_ = std::min(2 * piece_, xml_chunk_size);
    return last == std::string_view::npos ? rest().size() : last + 1;
}

void XmlReader::Parser::give_piece() {
    const XmlSilence silence;
    const std::size_t size = next_piece();
    done_ = size == 0;
    xmlParseChunk(context_.get(), chunk_.data() + begin_, static_cast<int>(size), done_);
    begin_ += size;
    if (size > 0) last_given_ = chunk_[begin_ - 1];
    guarded([&] {
        if (context_->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
        // Bytes it cannot convert are told to no callback: it gives up, or goes on without them.
        const xmlParserInput* input = context_->input;
        const bool lost = silence.met_broken_bytes() || (input && input->buf && input->buf->error != 0);
        if (context_->disableSAX || lost) refuse_no_xml(name(), line(), "its encoding cannot be converted");
        check_limits();
    });
}

void XmlReader::Parser::feed() {
    steps_.clear();
    at_ = 0;
    if (begin_ == size_) fill();
    if (!scan()) give_piece();
}

const XmlStep* XmlReader::Parser::next() {
    while (at_ == steps_.all.size()) {
        if (failure_) std::rethrow_exception(failure_);
        if (done_) return nullptr;
        feed();
    }
    return &steps_.all[at_++];
}

bool XmlReader::Parser::has_told_all() const {
    return at_ == steps_.all.size() && begin_ == size_ && stands_between_tags();
}

XmlReader::XmlReader(ByteSource& source) : parser_(std::make_unique<Parser>(source)) {}
XmlReader::~XmlReader() = default;

XmlEvent XmlReader::next() {
    const XmlStep* step = parser_->next();
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
    text_ = step->event == XmlEvent::text ? parser_->text(*step) : std::string_view{};
    if (step->event == XmlEvent::start) {
        for (std::uint32_t i = 0; i < step->count; ++i)
            attributes_.push_back(parser_->attribute(step->first + i));
    }
    return event_ = step->event;
}

bool XmlReader::has_told_all() const {
    return parser_->has_told_all();
}

const std::map<std::string, std::uint64_t>& XmlReader::passed_over() const {
    return parser_->passed_over();
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

}  // namespace daicho
