#include "grammars/formats/undo_record.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::string_view record_beginning = "{\"op\":\"undo\"";
constexpr std::size_t worth_keeping = 24;  // bytes: a shorter piece costs more to name than to tell

std::string_view line_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return text.substr(at, end == text.npos ? text.npos : end + 1 - at);
}

/// Whether a character of UTF-8 goes on at that byte: a text is not parted there.
bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
    const auto size = std::min(a.size(), b.size());
    return static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(size), b.begin()).first - a.begin());
}

std::size_t common_end(std::string_view a, std::string_view b) {
    std::size_t size = 0;
    while (size < a.size() && size < b.size() && a[a.size() - 1 - size] == b[b.size() - 1 - size]) ++size;
    return size;
}

/// Tells the old bytes line by line: as lines of the new ones, where they are there, else as parts of the
/// line that stands in their place.
class UndoWriter {
 public:
    UndoWriter(std::string_view before, std::string_view after, std::string& out)
        : before_(before), after_(after), out_(out) {
        for (std::size_t at = 0; at < after.size(); at += line_at(after, at).size()) {
            lines_.emplace(line_at(after, at), at);
        }
    }

    void write() {
        for (std::size_t at = 0; at < before_.size();) {
            const std::string_view line = line_at(before_, at);
            put_line(line);
            at += line.size();
        }
        flush();
    }

 private:
    void put_line(std::string_view line) {
        if (after_.substr(next_).starts_with(line)) return keep(next_, line.size());
        if (line.size() >= worth_keeping) {
            const auto found = lines_.find(line);
            if (found != lines_.end()) return keep(found->second, line.size());
        }
        const std::string_view there = line_at(after_, next_);
        std::size_t begin = common_beginning(line, there);
        while (begin > 0 && is_inside_character(line, begin)) --begin;
        std::size_t end = common_end(line.substr(begin), there.substr(begin));
        while (end > 0 && is_inside_character(line, line.size() - end)) --end;
        if (begin + end < worth_keeping) {
            text_piece(line);
            next_ = std::min(next_ + there.size(), after_.size());
            return;
        }
        const std::size_t behind = next_ + there.size();
        if (begin != 0) keep(next_, begin);
        text_piece(line.substr(begin, line.size() - begin - end));
        if (end != 0) keep(behind - end, end);
        next_ = behind;
    }
    void keep(std::size_t at, std::size_t size) {
        if (!text_.empty() || kept_at_ + kept_ != at) flush();
        if (kept_ == 0) kept_at_ = at;
        kept_ += size;
        next_ = at + size;
    }
    void text_piece(std::string_view text) {
        if (kept_ != 0) flush();
        text_.append(text);
    }
    void flush() {
        JsonWriter json(out_);
        if (kept_ != 0) {
            json.begin_object().key("op").string("keep").key("at").number(kept_at_).key("bytes").number(
                kept_);
            json.end_object();
            json.end_line();
        } else if (!text_.empty()) {
            const bool text = find_invalid_utf8(text_) == std::string_view::npos;
            json.begin_object().key("op").string(text ? "text" : "hex").key("value");
            json.string(text ? text_ : hexadecimal(text_, small_hex_digits)).end_object();
            json.end_line();
        }
        kept_ = 0;
        text_.clear();
    }

    std::string_view before_, after_;
    std::string& out_;
    std::unordered_map<std::string_view, std::size_t> lines_;
    std::size_t next_ = 0;  // where the old bytes go on in the new ones, probably
    std::size_t kept_at_ = 0, kept_ = 0;
    std::string text_;
};

[[noreturn]] void refuse_record(const std::string& name, std::uint64_t line) {
    const std::string place = name + ":" + std::to_string(line) + ": ";
    throw Error{ErrorKind::input, place + "記録が壊れています。", place + "the record is damaged"};
}

std::optional<std::size_t> number_of(const JsonValue& value, std::string_view name) {
    const std::string_view text = value.text_of(name);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool append_bytes_of(std::string& out, std::string_view hex) {
    if (hex.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
        if (error != std::errc() || end != hex.data() + i + 2) return false;
        out += static_cast<char>(value);
    }
    return true;
}

/// Appends what a line of the record says; false where it says nothing that can be.
bool append_piece(std::string& out, const JsonValue& line, std::string_view after) {
    const std::string_view op = line.text_of("op");
    if (op == "keep") {
        const auto at = number_of(line, "at"), bytes = number_of(line, "bytes");
        if (!at || !bytes || *at > after.size() || *bytes > after.size() - *at) return false;
        out += after.substr(*at, *bytes);
        return true;
    }
    if (op == "text") {
        out += line.text_of("value");
        return true;
    }
    return op == "hex" && append_bytes_of(out, line.text_of("value"));
}

}  // namespace

std::string undo_record(std::string_view before, std::string_view after, std::string_view command,
                        std::string_view file) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("op").string("undo").key("version").number(1);
    json.key("command").string(command).key("file").string(file);
    json.key("sha256").string(sha256_of(after)).key("bytes").number(after.size());
    json.key("gives").begin_object().key("sha256").string(sha256_of(before));
    json.key("bytes").number(before.size()).end_object();
    json.end_object();
    json.end_line();
    UndoWriter(before, after, out).write();
    return out;
}

bool is_undo_record(std::string_view text) {
    return text.starts_with(record_beginning);
}

std::string undone(std::string_view after, std::string_view record, const std::string& name,
                   const std::string& record_name) {
    std::string out, gives;
    std::uint64_t number = 0;
    while (!record.empty()) {
        ++number;
        const std::string_view line = line_at(record, 0);
        record.remove_prefix(line.size());
        const auto value = parse_json(line);
        if (!value || value->kind != JsonKind::object) refuse_record(record_name, number);
        if (number > 1) {
            if (!append_piece(out, *value, after)) refuse_record(record_name, number);
            continue;
        }
        const JsonValue* given = value->find("gives");
        if (value->text_of("version") != "1" || given == nullptr) refuse_record(record_name, 1);
        gives = given->text_of("sha256");
        if (value->text_of("sha256") != sha256_of(after)) {
            throw Error{ErrorKind::input,
                        name + ": " + record_name +
                            " の処理が書いたファイルではないか、その後に書き換えられています。書いたときのま"
                            "まのファイルを指定してください。",
                        name + ": this is not what was written with " + record_name +
                            ", or it was changed since; give the file as it was written"};
        }
    }
    if (gives.empty() || sha256_of(out) != gives) refuse_record(record_name, number);
    return out;
}

}  // namespace daicho
