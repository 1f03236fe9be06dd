#include "grammars/formats/xml_parser.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <cstring>

#include "grammars/formats/xml_refusal.hpp"

namespace daicho {

namespace {

constexpr std::size_t xml_chunk_size = 64 * 1024;
constexpr std::size_t tag_limit = 64 * 1024;   // libxml2 compares each attribute of a tag with all others
constexpr std::size_t markup_limit = 1 << 20;  // comments, CDATA sections, ...: kept until they end
constexpr int name_limit = 10'000;             // libxml2's dictionary gets slow with millions of names

/// A name in the dictionary of the parser, which lives as long as the parser.
std::string_view name_of(const xmlChar* name) {
    return name ? std::string_view{reinterpret_cast<const char*>(name)} : std::string_view{};
}

}  // namespace

void XmlReader::Parser::FreeContext::operator()(_xmlParserCtxt* context) const {
    xmlFreeParserCtxt(context);
}

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

void XmlReader::Parser::change_scope() {
    scanner_.forget();
    ++scope_;
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
            parser.change_scope();
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
            parser.change_scope();
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

/// And what it was given is UTF-8.
bool XmlReader::Parser::may_scan() const {
    if (!stands_between_tags()) return false;
    const xmlParserInputBuffer* buffer = context_->input->buf;
    return buffer == nullptr || buffer->encoder == nullptr;
}

/// Bytes up to `line` that libxml2 need not be given.
void XmlReader::Parser::pass(std::size_t size, std::uint64_t line) {
    constexpr std::size_t worth_while = 512;
    begin_ += size;
    context_->input->line = static_cast<int>(line);
    passed_ += size;
    if (passed_ < worth_while) return;
    piece_ = 1;
    closed_ = 0;
}

bool XmlReader::Parser::take_like(unsigned depth, XmlShapes& shapes, XmlLike& like) {
    like.known = nullptr;
    if (!stands_in(depth)) return false;
    if (shapes.scope != scope_) {
        shapes = {};
        shapes.scope = scope_;
    }
    while (rest().size() < 2 * like_size_ && fill()) {  // most records are then whole
    }
    std::size_t tried = 0;
    for (const KnownXml& known : shapes.likely()) {
        const std::size_t size = known.shape.match(rest(), like.values);
        if (size == 0) {
            ++tried;
            continue;
        }
        const auto before = static_cast<std::uint64_t>(line());
        like.text = rest().substr(0, size);
        like.known = &shapes.met(tried);
        like.line = before + like.known->shape.lines_before();
        like_size_ = size;
        pass(size, before + like.known->shape.lines());
        return true;
    }
    return false;
}

std::string_view XmlReader::Parser::last_element(unsigned depth) const {
    if (!by_scanner_ || !stands_in(depth - 1)) return {};
    return {chunk_.data() + scanned_, begin_ - scanned_};
}

bool XmlReader::Parser::scan() {
    if (!may_scan()) return false;
    for (;;) {
        const std::size_t size = scanner_.scan(rest(), depth_, static_cast<std::uint64_t>(line()), steps_);
        if (size > 0) {
            scanned_ = begin_;
            pass(size, scanner_.line());
            return true;
        }
        if (!scanner_.was_cut() || rest().size() >= xml_chunk_size || !fill()) return false;
    }
}

/// The end of the next piece for libxml2: behind a tag. The longer the scanner did not get on, the longer.
/// What libxml2 has opened only it can close: that is not what keeps the scanner, which goes on behind it.
std::size_t XmlReader::Parser::next_piece() {
    constexpr unsigned most_closed = 64;  // one by one, in so many bytes as are given at once
    const bool closes = rest().starts_with("</") && closed_ < most_closed;
    const std::size_t last = rest().find('>', closes ? 0 : piece_ - 1);
    if (closes) {
        ++closed_;
    } else {
        piece_ = std::min(2 * piece_, xml_chunk_size);
        if (piece_ == xml_chunk_size) closed_ = 0;
    }
    return last == std::string_view::npos ? rest().size() : last + 1;
}

void XmlReader::Parser::give_piece() {
    const XmlSilence silence;
    const std::size_t size = next_piece();
    passed_ = 0;
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
    by_scanner_ = scan();
    if (!by_scanner_) give_piece();
}

const XmlStep* XmlReader::Parser::next() {
    while (at_ == steps_.all.size()) {
        if (failure_) std::rethrow_exception(failure_);
        if (done_) return nullptr;
        feed();
    }
    return &steps_.all[at_++];
}

long XmlReader::Parser::line() const {
    return context_->input ? context_->input->line : 0;
}

bool XmlReader::Parser::has_told_all() const {
    return at_ == steps_.all.size() && begin_ == size_ && stands_between_tags();
}

}  // namespace daicho
