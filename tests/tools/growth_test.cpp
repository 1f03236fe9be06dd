// No input makes a command's work grow faster than the input: each kind of text that was found to, or could,
// is doubled three times for every command that reads it.
#include <ctime>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"
#include "tools/run.hpp"

namespace daicho {

namespace {

std::string times(std::string_view text, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += text;
    return out;
}

/// What a hostile cell, or line, or query, is made of. All are repeated whole.
constexpr std::string_view grown_texts[] = {
    "\u200B",            // nobody sees it
    "\uFF71 ",           // half-width kana, a word each
    "\u0301",            // marks behind whatever letter
    "e\u0323\u0301",     // marks that compose
    "\u304B\u3099",      // and do so in Japanese
    "?",                 // characters lost
    "\u8475\U000E0100",  // variation sequences
    "\U000E0061",        // tags
    "\u202E",            // turned round
    "\uE000",            // nobody's
    "\uFFFD",            // lost
    "\u00A0",            // odd spaces
    "\x01",              // controls
    "1",                 // one number
    "1a",                // many
    "\u4E00",            // kanji that are digits and look like marks
    "\u30CB",            // kana that look like kanji
    "1\u756A",           // lots
    "\u5341\u4E07",      // numerals that do not go on
    "\u5316",            // a twin of kana in doubt
    "\u7E67",            // garbled
    "-",
    "(",
    "\u3001",
    " ",
    "(\u682A)",            // short legal forms
    "1\u4E01\u76EE",       // towns
    "\u6771\u4EAC\u90FD",  // prefectures
    "a@",
    "http://",
    "=",
    "&amp;",
};

constexpr std::string_view header = "\u6CD5\u4EBA\u756A\u53F7,\u540D\u79F0,\u4F4F\u6240\n";

/// Files that are hostile as a whole: what is repeated behind a start, with its number in the place of #, and
/// the header in that of @.
struct GrownFile {
    std::string_view name, start, repeated;
};
constexpr GrownFile grown_files[] = {
    {"in.csv", "", ","},
    {"in.csv", "", "\""},
    {"in.csv", "", "\","},
    {"in.csv", "", "1a"},
    {"in.csv", "", "c#,"},
    {"in.csv", "", "\u540D\u79F0,"},
    {"in.csv", "@1,\"", "x,y\n"},
    {"in.csv", "@", "1,\"x\n"},
    {"in.csv", "@", "\r"},
    {"in.csv", "@", "\n"},
    {"in.csv", "@1,", "\xFF"},
    {"in.csv", "@1,", "\x82\xA0\xFF"},
    {"in.csv", "@", "1,2,3,4\n"},
    {"in.csv", "@", "1,2,3\n"},
    {"in.csv", "@", "#,2,3\n"},
    {"in.csv", "", "\u984C\n"},
    {"in.json", "[", "{\"a\":"},
    {"in.json", "[{\"a\":1}", ",{\"a\":1}"},
    {"in.json", "[{\"a\":1", ",\"k#\":1"},
    {"in.json", "[{\"a\":[1", ",1"},
    {"in.json", "[{\"a\":[{\"b\":1}", ",{\"b\":1}"},
    {"in.json", "{\"a\":[]", ",\"a#\":[{\"x\":1}]"},
    {"in.jsonl", "", "{\"a\":1}\n"},
    {"in.xml", "", "<a>"},
    {"in.xml", "<r>", "<e><a>1</a></e>"},
    {"in.xml", "<r><e>", "<a>1</a>"},
    {"in.xml", "<r>", "<e#/>"},
    {"in.xml", "<r><e/><e", " a#=\"1\""},
    {"in.xml", "<r><e/><e>", "&#10;"},
};

double processor_seconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// A stream that counts and keeps nothing.
class Counted : public std::streambuf {
 public:
    std::uint64_t bytes = 0;

 private:
    int_type overflow(int_type c) override {
        ++bytes;
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char*, std::streamsize size) override {
        bytes += static_cast<std::uint64_t>(size);
        return size;
    }
};

struct Work {
    double seconds = 0;
    std::uint64_t output = 0;
};

Work work_of(const std::vector<std::string>& arguments) {
    std::vector<const char*> words;
    for (const std::string& argument : arguments) words.push_back(argument.c_str());
    Counted out, talk;
    std::ostream to_out(&out), to_talk(&talk);
    const double begin = processor_seconds();
    run(words, to_out, to_talk);
    return {processor_seconds() - begin, out.bytes + talk.bytes};
}

/// Twice the input may cost twice as much and something; twice in a row more than three times as much is a
/// square. Times below `noise` are not compared: they are what starting costs.
constexpr double noise_seconds = 0.15, square_factor = 3.0;
constexpr std::uint64_t noise_bytes = 2'000'000;

constexpr std::size_t last_size = 24'000;

bool is_noise(const Work& work) {
    return work.seconds < noise_seconds && work.output < noise_bytes;
}

bool grows_like_a_square(double once, double twice, double four_times, double noise) {
    return four_times > noise && four_times > square_factor * twice && twice > square_factor * once;
}

using Arguments = std::vector<std::string>;

/// The whole input comes first: nearly always it is done at once, and that is all there is to see. Else it
/// is told from a half, a quarter and an eighth of it how the work grows.
void check_growth(const std::function<Arguments(std::size_t)>& arguments) {
    std::vector<Work> works = {work_of(arguments(last_size))};
    if (is_noise(works.front())) return;
    for (const std::size_t part : {2u, 4u, 8u})
        works.insert(works.begin(), work_of(arguments(last_size / part)));
    CAPTURE(works[0].seconds, works[1].seconds, works[2].seconds, works[3].seconds);
    CAPTURE(works[0].output, works[1].output, works[2].output, works[3].output);
    const bool square_of_eighth =
        grows_like_a_square(works[0].seconds, works[1].seconds, works[2].seconds, noise_seconds);
    const bool square_of_quarter =
        grows_like_a_square(works[1].seconds, works[2].seconds, works[3].seconds, noise_seconds);
    CHECK_FALSE((square_of_eighth || square_of_quarter));
    CHECK_FALSE(grows_like_a_square(static_cast<double>(works[1].output),
                                    static_cast<double>(works[2].output),
                                    static_cast<double>(works[3].output), static_cast<double>(noise_bytes)));
}

/// Which pairs of an input and a command are tried: every input with a sixth of the commands, and every
/// command with a sixth of the inputs, in the build that is released; a build for debugging is so slow that
/// it tries some.
bool is_tried(std::size_t input, std::size_t command) {
#ifdef NDEBUG
    constexpr std::size_t share = 6;
#else
    constexpr std::size_t share = 30;
#endif
    return (input + command) % share == 0;
}

/// Commands that read a table. IN is its path, OTHER that of a table that differs from it in places, OUT a
/// folder, REGISTRY a registry.
const std::string_view table_commands[] = {
    "validate --model Facility IN",
    "validate --model LegalEntity --format json IN",
    "validate --model none IN",
    "validate --model Facility --report html=OUT/r.html --report xlsx=OUT/r.xlsx --report sarif=OUT/r.sarif "
    "IN",
    "--registry REGISTRY validate --model LegalEntity IN",
    "transform --to Facility -o OUT/t.csv IN",
    "--registry REGISTRY transform --to Facility -o OUT/t.json --report OUT/t.report IN",
    "profile IN",
    "convert -o OUT/c.csv IN",
    "convert -o OUT/c.json IN",
    "convert -o OUT/c.xml IN",
    "convert -o OUT/c.xlsx IN",
    "fix --diff IN",
    "fix -o OUT/f IN",
    "check --isolated --cache off IN",
    "baseline create --isolated --cache off -o OUT/b IN",
    "diff --format jsonl IN OTHER",
    "diff --no-key --format jsonl IN OTHER",
    "merge -o OUT/m.csv IN OTHER IN",
    "match --on name=NAME:NAME,text=SEAT:SEAT IN OTHER",
    "--registry REGISTRY lookup address --column SEAT IN",
    "--registry REGISTRY lookup corporation --column NAME IN",
    "patch IN OUT/patch.csv --dry-run",
    "propagate --before tests/data/nta-hard-cases/before.csv --changes tests/data/nta-hard-cases/changes.csv "
    "--to IN --map OUT/map",
    "characters check --format json IN",
    "characters check --column NAME IN",
    "characters detect IN",
    "characters repair IN",
    "characters shrink IN",
    "characters inventory IN",
    "characters convert --no-record --encoding CP932 -o OUT/c IN",
    "characters compare IN OTHER",
};

/// Commands that read a text.
const std::string_view text_commands[] = {
    "parse address",
    "parse date",
    "parse phone",
    "parse corporate-name",
    "parse text",
    "parse period",
    "lookup address",
    "lookup municipality",
    "lookup code",
    "lookup town",
    "lookup postal-code",
    "lookup corporation",
    "lookup school",
    "lookup character",
    "models search",
    "rules explain",
    "lookup corporation --address",
};

Arguments words_of(std::string_view command) {
    Arguments words;
    std::istringstream in{std::string(command)};
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// A folder with what commands need, and where they write.
class Place {
 public:
    Place() : registry_(folder_ / "r.sqlite") {
        work_of({"build", "-o", registry_, "tests/data/digital-agency", "tests/data/japanpost",
                 "tests/data/nta/30_wakayama_all_20200605.csv"});
        folder_.write("map", "\u6CD5\u4EBA\u756A\u53F7\tnumber\n\u540D\u79F0\tname\n\u4F4F\u6240\taddress\n");
        folder_.write("patch.csv",
                      "record,key_field,key,field,old,new,form\n"
                      "1,\u6CD5\u4EBA\u756A\u53F7,5420001001017,\u540D\u79F0,\u304B,\u304D,\n");
    }

    Arguments arguments(std::string_view command, std::string_view name, const std::string& bytes) const {
        std::string other = bytes;
        replace_all(other, "1", "7");
        replace_all(other, "\u304B", "\u3055");
        Arguments words = words_of(command);
        for (std::string& word : words) {
            if (word == "IN") word = folder_.write(name, bytes);
            if (word == "OTHER") word = folder_.write("other-" + std::string(name), other);
            replace_all(word, "OUT/", folder_ / "");
            replace_all(word, "REGISTRY", registry_);
            replace_all(word, "NAME", "\u540D\u79F0");
            replace_all(word, "SEAT", "\u4F4F\u6240");
        }
        return words;
    }
    const std::string& registry() const { return registry_; }

 private:
    ScratchFolder folder_;
    std::string registry_;
};

std::string file_of(const GrownFile& file, std::size_t size) {
    std::string bytes(file.start);
    replace_all(bytes, "@", header);
    for (std::size_t i = 0; bytes.size() < size; ++i) {
        std::string piece(file.repeated);
        replace_all(piece, "#", std::to_string(i));
        bytes += piece;
    }
    return bytes;
}

}  // namespace

TEST_CASE("the commands of this test are commands") {
    const Place place;
    for (const std::string_view command : table_commands) {
        std::ostringstream out, talk;
        const Arguments words =
            place.arguments(command, "in.csv", std::string(header) + "5420001001017,\u304B\u304D,\u304F\n");
        const std::vector<const char*> pointers = [&] {
            std::vector<const char*> made;
            for (const std::string& word : words) made.push_back(word.c_str());
            return made;
        }();
        const int code = static_cast<int>(run(pointers, out, talk));
        CAPTURE(command, talk.str());
        CHECK((code == 0 || code == 1));
    }
}

TEST_CASE("the work of a command grows with a cell, not with its square") {
    const Place place;
    for (const std::string_view& text : grown_texts) {
        for (const std::string_view& command : table_commands) {
            if (!is_tried(&text - grown_texts, &command - table_commands)) continue;
            CAPTURE(command, text);
            check_growth([&](std::size_t size) {
                const std::string cell = "\u304B" + times(text, size / 2);
                return place.arguments(command, "in.csv",
                                       std::string(header) + "5420001001017," + cell + "," + cell + "\n");
            });
        }
    }
}

TEST_CASE("what XML and JSON write otherwise costs its length, however much of it a cell has") {
    const Place place;
    constexpr std::size_t long_cell = 12;  // times as long as what is tried of every kind: it is quick
    for (const std::string_view text : {"&", "<a", "&\"\"", "\uFFFF", "\"\"", "\\"}) {
        for (const std::string_view command : {"convert -o OUT/c.xml IN", "convert -o OUT/c.json IN"}) {
            CAPTURE(command, text);
            check_growth([&](std::size_t size) {
                return place.arguments(
                    command, "in.csv",
                    std::string(header) + "1,\"" + times(text, long_cell * size) + "\",\u304B\n");
            });
        }
    }
}

TEST_CASE("the work of a command grows with a file, not with its square") {
    const Place place;
    for (const GrownFile& file : grown_files) {
        for (const std::string_view& command : table_commands) {
            if (!is_tried(&file - grown_files, &command - table_commands)) continue;
            CAPTURE(command, file.start, file.repeated);
            check_growth(
                [&](std::size_t size) { return place.arguments(command, file.name, file_of(file, size)); });
        }
    }
}

TEST_CASE("the work of a command grows with a text, not with its square") {
    const Place place;
    constexpr std::string_view start = "\u6771\u4EAC\u90FD\u6587\u4EAC\u533A";
    for (const std::string_view& text : grown_texts) {
        if (text == "\x01" || text == "-") continue;  // no argument, or an option
        for (const std::string_view& command : text_commands) {
            if (!is_tried(&text - grown_texts, &command - text_commands)) continue;
            CAPTURE(command, text);
            check_growth([&](std::size_t size) {
                Arguments all = words_of(command);
                all.push_back(std::string(start) + times(text, size));
                if (all.size() == 4) all.push_back("\u304B");  // a name beside an address
                all.insert(all.begin(), {"--registry", place.registry()});
                return all;
            });
        }
    }
}

}  // namespace daicho
