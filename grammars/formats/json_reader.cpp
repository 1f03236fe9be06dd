#include "grammars/formats/json_reader.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>

#include <nlohmann/json.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_mistake.hpp"
#include "grammars/formats/simd.hpp"

namespace daicho {

namespace {

constexpr int number_too_large = 406;  // of the exceptions of nlohmann

constexpr std::size_t json_part = std::size_t{64} << 10;
constexpr std::size_t longest_scanned = std::size_t{1} << 20;  ///< what is longer is parsed byte by byte

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

bool is_of_json_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

class PassOver final : public JsonListener {
 public:
    void value(JsonKind, std::string_view) override {}
    void begin(JsonKind) override {}
    void key(std::string_view) override {}
    void end() override {}
};

class StringTaker final : public JsonListener {
 public:
    std::string text;

    void value(JsonKind, std::string_view value) override { text = value; }
    void begin(JsonKind) override {}
    void key(std::string_view) override {}
    void end() override {}
};

}  // namespace

/// The bytes of a reader, as the parser takes them. Copies share the reader.
class JsonBytes {
 public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    JsonBytes() = default;
    explicit JsonBytes(JsonReader& reader) : reader_(&reader) {}

    reference operator*() const { return *reader_->at_; }
    JsonBytes& operator++() {
        reader_->step();
        return *this;
    }
    JsonBytes operator++(int) {
        JsonBytes before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const JsonBytes& a, const JsonBytes& b) { return a.ended() == b.ended(); }

 private:
    bool ended() const { return reader_ == nullptr || reader_->ended(); }

    JsonReader* reader_ = nullptr;
};

/// Hands the events of the parser on.
class JsonEvents final : public nlohmann::json_sax<nlohmann::json> {
 public:
    JsonEvents(JsonReader& reader, JsonListener& listener) : reader_(reader), listener_(listener) {}

    std::string mistake;
    bool too_large = false;  ///< a number

    bool null() override { return value(JsonKind::null, {}); }
    bool boolean(bool v) override { return value(JsonKind::boolean, v ? "true" : "false"); }
    bool number_integer(number_integer_t v) override { return value(JsonKind::number, std::to_string(v)); }
    bool number_unsigned(number_unsigned_t v) override { return value(JsonKind::number, std::to_string(v)); }
    bool number_float(number_float_t, const string_t& text) override { return value(JsonKind::number, text); }
    bool string(string_t& text) override { return value(JsonKind::string, text); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return begin(JsonKind::object); }
    bool start_array(std::size_t) override { return begin(JsonKind::array); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        listener_.key(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& why) override {
        const std::string_view text = why.what();
        too_large = why.id == number_too_large;
        const auto cause = text.find(" - ");
        mistake = cause == text.npos ? text : text.substr(cause + 3);
        return false;
    }

 private:
    bool value(JsonKind kind, std::string_view text) {
        listener_.value(kind, text);
        return true;
    }
    bool begin(JsonKind kind) {
        if (++depth_ > deepest_json) {
            reader_.refuse(reader_.last_place(), "入れ子が深すぎます（64段まで）。",
                           "nested too deeply (at most 64)");
        }
        listener_.begin(kind);
        return true;
    }
    bool end() {
        --depth_;
        listener_.end();
        return true;
    }

    JsonReader& reader_;
    JsonListener& listener_;
    std::size_t depth_ = 0;
};

JsonReader::JsonReader(ByteSource& source) : source_(&source), name_(source.name()) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    ended();
    if (std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(mark)) {
        at_ += mark.size();
        place_.offset = mark.size();
    }
}

JsonReader::JsonReader(std::string_view text, std::string name) : name_(std::move(name)) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    place_.offset = text.starts_with(mark) ? mark.size() : 0;
    at_ = text.data() + place_.offset;
    end_ = text.data() + text.size();
}

/// Whether nothing comes any more. Reads on where that is open.
bool JsonReader::ended() {
    if (at_ != end_) return false;
    if (source_ == nullptr) return true;
    buffer_.resize(json_part);
    std::size_t size = source_->read(buffer_.data(), buffer_.size());
    while (size > 0 && size < 3 && place_.offset == 0) {  // a byte-order mark is read as a whole
        const std::size_t got = source_->read(buffer_.data() + size, buffer_.size() - size);
        if (got == 0) break;
        size += got;
    }
    at_ = buffer_.data();
    end_ = at_ + size;
    return size == 0;
}

/// Puts more behind what is there. False where nothing comes any more.
bool JsonReader::read_on() {
    if (source_ == nullptr || source_ended_) return false;
    const std::size_t kept = rest().size();
    if (kept > 0) std::memmove(buffer_.data(), at_, kept);
    buffer_.resize(kept + std::max(kept, json_part));
    const std::size_t got = source_->read(buffer_.data() + kept, buffer_.size() - kept);
    source_ended_ = got == 0;
    at_ = buffer_.data();
    end_ = at_ + kept + got;
    return got > 0;
}

void JsonReader::step() {
    const char c = *at_++;
    ++place_.offset;
    if (c == '\n') {
        ++place_.line;
        line_length_ = place_.position;
        place_.position = 1;
    } else {
        place_.position += begins_character(c);
    }
}

/// Gives back the last byte, which was ASCII.
void JsonReader::step_back() {
    place_ = last_place();
    --at_;
}

JsonPlace JsonReader::last_place() const {
    JsonPlace last = place_;
    if (last.offset > 0) --last.offset;
    if (last.position > 1) {
        --last.position;
    } else if (last.line > 1) {
        --last.line;
        last.position = line_length_;
    }
    return last;
}

char JsonReader::peek() {
    while (!ended()) {
        if (!is_json_blank(*at_)) return *at_;
        step();
    }
    return '\0';
}

void JsonReader::refuse_sign(const std::string& wanted) {
    const std::string found = peek() == '\0' ? "" : std::string(1, *at_);
    refuse(place_, wanted + " が必要です。",
           wanted + " is expected" + (found.empty() ? "; the text ends here" : ""));
}

void JsonReader::expect(char sign) {
    if (peek() != sign) refuse_sign("'" + std::string(1, sign) + "'");
    step();
}

bool JsonReader::more(char closing, bool& first) {
    const char next = peek();
    if (next == closing) {
        step();
        return false;
    }
    if (!first) {
        if (next != ',') refuse_sign("',' / '" + std::string(1, closing) + "'");
        step();
    }
    first = false;
    return true;
}

std::string JsonReader::key() {
    if (peek() != '"') refuse_sign("'\"'");
    StringTaker taker;
    read(taker);
    expect(':');
    return std::move(taker.text);
}

/// Tells what the scanner found in `text`. Listeners may ask for the offset.
void JsonReader::tell(JsonListener& listener, std::string_view text) {
    const std::uint64_t offset = place_.offset;
    for (const JsonToken& token : scanner_.tokens()) {
        place_.offset = offset + token.end + (token.kind == JsonKind::string);  // behind its quotation mark
        switch (token.part) {
            case JsonToken::Part::value:
                listener.value(token.kind, text_of(text, token, decoded_));
                break;
            case JsonToken::Part::key:
                listener.key(text_of(text, token, decoded_));
                break;
            case JsonToken::Part::begin:
                listener.begin(token.kind);
                break;
            case JsonToken::Part::end:
                listener.end();
                break;
        }
    }
    place_.offset = offset;
}

/// Takes bytes that are in memory. `has_lines`: lines may end in them.
void JsonReader::pass(std::string_view text, bool has_lines) {
    at_ += text.size();
    place_.offset += text.size();
    for (std::size_t end = has_lines ? text.find('\n') : text.npos; end != text.npos; end = text.find('\n')) {
        ++place_.line;
        line_length_ = place_.position + static_cast<std::uint32_t>(count_in_blocks(text.substr(0, end)));
        place_.position = 1;
        text.remove_prefix(end + 1);
    }
    place_.position += static_cast<std::uint32_t>(count_in_blocks(text));
}

/// Reads a value that is in order and in memory, or nothing.
bool JsonReader::read_scanned(JsonListener& listener) {
    auto found = scanner_.scan(rest(), source_ == nullptr);
    while (found == JsonScanner::Found::part && rest().size() < longest_scanned) {
        const bool whole = !read_on();
        found = scanner_.scan(rest(), whole);
    }
    if (found != JsonScanner::Found::value) return false;
    const std::string_view text = rest().substr(0, scanner_.size());
    tell(listener, text);
    pass(text, true);
    return true;
}

/// Reads a record that is like a known one and in memory, or nothing.
bool JsonReader::read_like(const KnownJson& known, JsonRecordListener& listener) {
    if (!scanner_.scan_like(known.shape, rest())) return false;
    const std::string_view text = rest().substr(0, scanner_.size());
    listener.record_like(text, scanner_.tokens(), known.columns);
    pass(text, known.shape.has_lines());
    record_size_ = text.size();
    return true;
}

void JsonReader::read(JsonRecordListener& listener, JsonShapes& shapes) {
    peek();
    while (rest().size() < 2 * record_size_ && read_on()) {  // most records are then whole
    }
    std::size_t tried = 0;
    for (const KnownJson& known : shapes.likely()) {
        if (read_like(known, listener)) {
            shapes.met(tried);
            return;
        }
        ++tried;
    }
    if (!read_scanned(listener)) return parse(listener);
    const std::vector<std::size_t>* const columns = listener.columns_met();
    if (columns == nullptr || !shapes.missed()) return;
    KnownJson known{{}, *columns};
    known.shape.learn({at_ - scanner_.size(), scanner_.size()}, scanner_.tokens());
    shapes.add(std::move(known));
}

void JsonReader::read(JsonListener& listener) {
    peek();
    if (!read_scanned(listener)) parse(listener);
}

void JsonReader::parse(JsonListener& listener) {
    const bool number = is_of_json_number(peek());
    JsonEvents events(*this, listener);
    const bool sound = nlohmann::json::sax_parse(JsonBytes(*this), JsonBytes(), &events,
                                                 nlohmann::json::input_format_t::json, false);
    if (!sound) {
        if (events.too_large)
            refuse(last_place(), "数が大きすぎて読めません。番号なら、引用符で囲んで文字列にしてください。",
                   "this number is too large to be read; if it identifies something, write it as text, in "
                   "quotation marks");
        const BothTexts mistake = json_mistake(events.mistake);
        refuse(last_place(), "JSON として読み取れません。" + mistake.ja + "。",
               "this is not valid JSON: " + mistake.en);
    }
    // The parser sees the end of a number by the byte behind it.
    if (number && !is_of_json_number(at_[-1])) step_back();
}

void JsonReader::pass_over() {
    PassOver nobody;
    read(nobody);
}

void JsonReader::expect_end() {
    if (peek() != '\0') {
        refuse(place_, "JSON の値の後に余分な文字があります。",
               "this is not valid JSON: text behind its end");
    }
}

void JsonReader::refuse(const JsonPlace& place, const std::string& ja, const std::string& en) const {
    const std::string at = name_ + ":" + std::to_string(place.line) + ":" + std::to_string(place.position);
    throw Error{ErrorKind::input, at + ": " + ja, at + ": " + en};
}

std::string json_string_text(std::string_view string) {
    if (string.find('\\') == string.npos) return std::string(string.substr(1, string.size() - 2));
    StringTaker taker;
    JsonReader(string, "JSON").read(taker);
    return std::move(taker.text);
}

}  // namespace daicho
