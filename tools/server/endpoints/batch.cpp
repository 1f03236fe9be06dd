// POST /v1/batch: a question a line, an answer a line.
#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/start_threads.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/text/utf8.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/question.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_line = 1u << 20;
constexpr std::size_t least_piece = 8192;  ///< bytes that are worth a thread

/// What lines say unless they say otherwise.
struct BatchDefaults {
    std::string op, kind, type, as_of;
    FieldChoice fields;
    std::size_t limit;
};

void append_refusal(const Refusal& refusal, Language language, std::string& out) {
    JsonWriter json{out};
    json.begin_object().key("error").begin_object();
    json.key("code").string(refusal.kind.code).key("detail").string(refusal.detail.in(language));
    json.end_object();
}

/// The value of a JSON text that needs no reading; nothing where it does.
std::string_view plain_string(std::string_view line) {
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') return {};
    line = line.substr(1, line.size() - 2);
    return line.find_first_of("\"\\") == line.npos ? line : std::string_view();
}

/// Answers lines; constant once made, so that several threads may.
class BatchLines {
 public:
    BatchLines(std::shared_ptr<const Snapshot> data, Language language, BatchDefaults defaults)
        : data_(std::move(data)), language_(language), defaults_(std::move(defaults)) {}

    void answer(std::string_view lines, std::string& out) const {
        while (!lines.empty()) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            std::string_view line = lines.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (!line.empty()) answer_line(line, out);
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
    }
    const Snapshot& data() const { return *data_; }

 private:
    /// `line` is an object, a JSON string, or a bare id or text.
    void answer_line(std::string_view line, std::string& out) const {
        const std::size_t begin = out.size();
        std::string echoed;
        try {
            if (line.front() == '{') {
                answer_object(line, echoed, out);
            } else {
                std::string_view text = plain_string(line);
                if (text.empty()) text = line;
                if (find_invalid_utf8(text) != text.npos)
                    throw Refusal{problems::bad_body, {"UTF-8 ではありません。", "this is not UTF-8"}};
                JsonWriter{echoed}.string(text);
                answer_text(text, out);
            }
        } catch (const Refusal& refusal) {
            out.resize(begin);
            append_refusal(refusal, language_, out);
        } catch (const Error& error) {
            out.resize(begin);
            append_refusal({problems::out_of_scope, {error.ja(), error.en()}}, language_, out);
        }
        // The id of the line stands behind its answer.
        if (!echoed.empty()) out.append(",\"for\":").append(echoed);
        out += "}\n";
    }

    Question defaults_for(std::string_view text) const {
        return {.op = defaults_.op,
                .kind = defaults_.kind,
                .q = text,
                .as_of = defaults_.as_of,
                .type = defaults_.type,
                .limit = defaults_.limit,
                .fields = defaults_.fields};
    }

    void answer_text(std::string_view text, std::string& out) const {
        answer_question(*data_, language_, defaults_for(text), out);
    }

    void answer_object(std::string_view line, std::string& echoed, std::string& out) const {
        const auto value = parse_json(line);
        if (!value || value->kind != JsonKind::object)
            throw Refusal{problems::bad_body, {"JSON として読み取れません。", "this is not JSON"}};
        Question question = defaults_for({});
        for (const JsonValue& member : value->members) take_member(member, question, echoed);
        answer_question(*data_, language_, question, out);
    }

    [[noreturn]] static void refuse_kind(const JsonValue& member, const Text& kind) {
        throw Refusal{problems::bad_value,
                      {"「" + member.name + "」の値は" + std::string(kind.ja) + "です。",
                       "the value of '" + member.name + "' must be " + std::string(kind.en)},
                      member.name};
    }

    static void take_member(const JsonValue& member, Question& question, std::string& echoed) {
        const std::pair<std::string_view, std::string_view*> texts[] = {
            {"op", &question.op},         {"kind", &question.kind},      {"q", &question.q},
            {"type", &question.type},     {"area", &question.area},      {"asOf", &question.as_of},
            {"target", &question.target}, {"address", &question.address}};
        if (member.name == "id" && (member.kind == JsonKind::number || member.kind == JsonKind::string)) {
            JsonWriter json{echoed};
            member.kind == JsonKind::number ? json.decimal(member.text) : json.string(member.text);
            return;
        }
        for (const auto& [name, target] : texts) {
            if (member.name != name) continue;
            if (member.kind != JsonKind::string) refuse_kind(member, {"文字列", "a text"});
            *target = member.text;
            return;
        }
        if (member.name == "id") refuse_kind(member, {"文字列か数", "a text or a number"});
        throw Refusal{
            problems::unknown_parameter,
            {"「" + member.name + "」という項目はありません。", "there is no member '" + member.name + "'"},
            member.name};
    }

    std::shared_ptr<const Snapshot> data_;
    Language language_;
    BatchDefaults defaults_;
};

/// Cuts `lines` into `count` pieces at line ends.
std::vector<std::string_view> pieces_of(std::string_view lines, std::size_t count) {
    std::vector<std::string_view> pieces;
    const std::size_t size = lines.size() / count + 1;
    while (!lines.empty()) {
        const std::size_t end = lines.find('\n', std::min(size, lines.size()) - 1);
        const std::size_t taken = end == lines.npos ? lines.size() : end + 1;
        pieces.push_back(lines.substr(0, taken));
        lines.remove_prefix(taken);
    }
    return pieces;
}

class BatchStream final : public BodyStream {
 public:
    BatchStream(BatchLines lines, unsigned threads, Metrics& metrics)
        : lines_(std::move(lines)), threads_(threads), metrics_(metrics) {}

    void take(std::string_view part, std::string& out) override {
        if (broken_) return;
        const std::size_t end = part.rfind('\n');
        if (end == part.npos) {
            rest_ += part;
            check_rest(out);
            return;
        }
        rest_ += part.substr(0, end + 1);
        answer(rest_, out);
        rest_.assign(part.substr(end + 1));
        check_rest(out);
    }

    void finish(std::string& out) override {
        if (broken_) return;
        answer(rest_, out);
        rest_.clear();
        out += "{\"end\":true,\"lines\":" + std::to_string(count_) + ",";
        out += lines_.data().members(nullptr) + ",\"complete\":true}\n";
    }

 private:
    void check_rest(std::string& out) {
        if (rest_.size() <= longest_line) return;
        broken_ = true;
        append_refusal({problems::too_large, {"行が長すぎます。", "a line is too long"}}, Language::en, out);
        out += "}\n{\"end\":true,\"complete\":false}\n";
        rest_.clear();
    }

    void answer(std::string_view lines, std::string& out) {
        const auto count = static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
        const std::uint64_t own = count + (lines.empty() || lines.ends_with('\n') ? 0 : 1);
        count_ += own;
        metrics_.add_batch_lines(own);
        const std::vector<std::string_view> pieces = pieces_of(lines, lines.size() / least_piece + 1);
        answers_.resize(std::max(answers_.size(), pieces.size()));
        std::vector<std::exception_ptr> failures(pieces.size());
        std::atomic<std::size_t> next = 0;
        const auto answer_pieces = [&](std::size_t) {
            for (std::size_t i; (i = next++) < pieces.size();) {
                try {
                    lines_.answer(pieces[i], answers_[i]);
                } catch (...) {
                    failures[i] = std::current_exception();
                }
            }
        };
        const std::size_t workers = std::min<std::size_t>(threads_, pieces.size());
        std::vector<std::thread> threads =
            start_threads(std::max<std::size_t>(workers, 1) - 1, answer_pieces);
        answer_pieces(0);
        for (std::thread& thread : threads) thread.join();
        for (const std::exception_ptr& failure : failures) {
            if (failure) std::rethrow_exception(failure);
        }
        for (std::string& one : answers_) {
            out += one;
            one.clear();
        }
    }

    BatchLines lines_;
    unsigned threads_;
    Metrics& metrics_;
    std::vector<std::string> answers_;  ///< empty, with room, between two parts
    std::string rest_;                  ///< the start of a line whose end has not come yet
    std::uint64_t count_ = 0;
    bool broken_ = false;
};

std::unique_ptr<BodyStream> open_batch(const Call& call) {
    const auto given = [&](std::string_view name, std::string_view otherwise) {
        const std::string_view text = call.text(name);
        return std::string(text.empty() ? otherwise : text);
    };
    BatchDefaults defaults{given("op", "get"), given("kind", ""), given("type", ""),
                           given("asOf", ""),  fields_of(call),   call.number("limit", 6)};
    const unsigned threads = call.service.options().threads;
    return std::make_unique<BatchStream>(BatchLines(call.data, call.language, std::move(defaults)),
                                         threads > 0 ? threads : hardware_threads(), call.service.metrics());
}

}  // namespace

void add_batch_routes(std::vector<Route>& routes) {
    const auto ops = question_ops();
    std::vector<std::string_view> kinds;
    for (const ServedKind& kind : served_kinds()) kinds.push_back(kind.kind);
    routes.push_back(
        {.method = Method::post,
         .pattern = "/v1/batch",
         .group = "batch",
         .help = {"1行に1つの問い合わせ（NDJSON、または ID だけの行）に、順序を変えずに1行ずつ答える",
                  "a question a line (NDJSON, or bare ids), an answer a line, in the same order"},
         .parameters =
             {{"op",
               {"行に op がないとき（既定 get）", "where a line has none (default get)"},
               ParameterKind::words,
               {ops.begin(), ops.end()}},
              {"kind", {"行に kind がないとき", "where a line has none"}, ParameterKind::words, kinds},
              {"type", {"normalize の値の種類", "kind of value for normalize"}},
              {"asOf", {"この日の状態", "state of this day"}, ParameterKind::day},
              {"limit", {"候補の数", "how many candidates"}, ParameterKind::number, {}, 50},
              {"fields", {"答えに含める項目", "fields of the items"}}},
         .schema = "BatchLine",
         .examples =
             {{"/v1/batch?kind=municipality", 200, "131016\n\"112054\"\n999999\n", "application/x-ndjson"},
              {"/v1/batch", 200,
               "{\"id\":7,\"op\":\"geocode\",\"q\":\"文京区白山1-1-4\"}\n{\"op\":\"gte\",\"q\":\"x\"}\n",
               "application/x-ndjson"},
              {"/v1/batch?kind=citizen", 400, "1\n", "application/x-ndjson"}},
         .answer_type = "application/x-ndjson",
         .cached = false,
         .heavy = true,
         .body_types = {"application/x-ndjson", "application/jsonl", "text/plain", "application/json",
                        "application/x-www-form-urlencoded"},
         .open = open_batch});
}

}  // namespace daicho
