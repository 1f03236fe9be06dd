#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/formats/xml_scanner.hpp"
#include "grammars/formats/xml_shape.hpp"
#include "grammars/formats/xml_steps.hpp"

// Of libxml2, which no header includes.
struct _xmlParserCtxt;
struct _xmlSAXHandler;
struct _xmlError;

namespace daicho {

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
    /// As the reader has them.
    void pause_behind(unsigned depth) { scanner_.pause_behind(depth); }
    bool take_like(unsigned depth, XmlShapes& shapes, XmlLike& like);
    std::string_view last_element(unsigned depth) const;
    const std::map<std::string, std::uint64_t>& passed_over() const { return passed_over_; }
    const std::string& name() const { return source_.name(); }

 private:
    struct FreeContext {
        void operator()(_xmlParserCtxt* context) const;
    };
    using Context = std::unique_ptr<_xmlParserCtxt, FreeContext>;
    using xmlChar = unsigned char;

    static void on_start(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int,
                         const xmlChar**, int attributes, int, const xmlChar** values);
    static void on_end(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri);
    static void on_text(void* self, const xmlChar* text, int size);
    static void on_comment(void* self, const xmlChar*);
    static void on_instruction(void* self, const xmlChar* target, const xmlChar*);
    static void on_dtd(void* self, const xmlChar*, const xmlChar*, const xmlChar*);
    static void on_error(void* self, _xmlError* error);
    static _xmlSAXHandler handler();

    template <class Work>
    void guarded(Work&& work);
    void add(XmlEvent event, std::size_t first, std::size_t count, std::string_view name = {},
             std::string_view uri = {});
    std::string_view local_name(const xmlChar* name, const xmlChar* prefix, const xmlChar* uri) const;
    std::string_view rest() const { return {chunk_.data() + begin_, size_ - begin_}; }
    bool stands_between_tags() const;
    bool may_scan() const;
    void change_scope();
    bool stands_in(unsigned depth) const { return at_ == steps_.all.size() && depth_ == depth && may_scan(); }
    bool fill();
    void pass(std::size_t size, std::uint64_t line);
    bool scan();
    std::size_t next_piece();
    void give_piece();
    void feed();
    void check_limits() const;
    long line() const;

    ByteSource& source_;
    Context context_;
    XmlScanner scanner_;
    Buffer<char> chunk_;         ///< bytes of the source, and 0 behind them
    std::size_t size_ = 0;       ///< of those
    std::size_t begin_ = 0;      ///< of what was not read yet
    std::size_t scanned_ = 0;    ///< where the scanner began that made the events
    bool by_scanner_ = false;    ///< it made them
    std::size_t like_size_ = 0;  ///< bytes of the last record like another
    std::size_t passed_ = 0;     ///< bytes that libxml2 was not given since the last piece
    unsigned closed_ = 0;        ///< end tags that were given to libxml2 one by one since then
    std::size_t piece_ = 1;      ///< least bytes of the next piece for libxml2
    char last_given_ = 0;        ///< byte that libxml2 was given
    bool source_ended_ = false;
    XmlSteps steps_;
    std::size_t at_ = 0;
    unsigned depth_ = 0;
    std::vector<unsigned> scopes_;  ///< depths of open elements that declare namespaces
    std::uint64_t scope_ = 0;       ///< changes of what prefixes stand for, so far
    std::map<std::string, std::uint64_t> passed_over_;
    bool done_ = false;
    std::exception_ptr failure_;  ///< to be thrown behind the events that are left
};

}  // namespace daicho
