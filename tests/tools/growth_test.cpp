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
};

/// Files that are hostile as a whole: what is repeated, behind a header or alone.
struct GrownFile {
    std::string_view start, repeated;
};
constexpr GrownFile grown_files[] = {
    {"", ","},
    {"", "\""},
    {"", "\","},
    {"", "1a"},
    {"a,b,c\n1,\"", "x,y\n"},
    {"a,b,c\n", "1,\"x\n"},
    {"a,b,c\n", "\r"},
    {"a,b,c\n", "\n"},
    {"a,b,c\n1,", "\xFF"},
    {"a,b,c\n1,", "\x82\xA0\xFF"},
    {"a,b,c\n", "1,2,3,4\n"},
    {"[", "{\"a\":"},
    {"", "{\"a\":1}\n"},
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
constexpr double noise_seconds = 0.1, square_factor = 3.0;
constexpr std::uint64_t noise_bytes = 200'000;

bool grows_like_a_square(double once, double twice, double four_times, double noise) {
    return four_times > noise && four_times > square_factor * twice && twice > square_factor * once;
}

constexpr std::size_t first_size = 2'000;

/// `arguments` of the input of a size.
void check_growth(const std::function<std::vector<std::string>(std::size_t)>& arguments) {
    std::vector<Work> works;
    for (std::size_t size = first_size; size <= 8 * first_size; size *= 2) {
        works.push_back(work_of(arguments(size)));
        if (works.back().seconds > 5) break;  // said below by the ratios, without waiting for the rest
    }
    REQUIRE(works.size() >= 3);
    const Work &once = works[works.size() - 3], &twice = works[works.size() - 2], &most = works.back();
    CAPTURE(once.seconds, twice.seconds, most.seconds, once.output, twice.output, most.output);
    CHECK_FALSE(grows_like_a_square(once.seconds, twice.seconds, most.seconds, noise_seconds));
    CHECK_FALSE(grows_like_a_square(static_cast<double>(once.output), static_cast<double>(twice.output),
                                    static_cast<double>(most.output), noise_bytes));
}

using Arguments = std::vector<std::string>;

/// Commands that read a file.
const Arguments file_commands[] = {
    {"validate", "--model", "Facility"},
    {"validate", "--model", "none"},
    {"transform", "--model", "Facility", "-o", "/dev/null"},
    {"profile", "--model", "none"},
    {"convert", "-o", "/dev/null"},
    {"characters", "check", "--format", "json"},
    {"characters", "check", "--column", "b"},
    {"characters", "detect"},
    {"characters", "repair"},
    {"characters", "shrink"},
    {"characters", "convert", "-o", "/dev/null"},
};

/// Commands that read a text.
const Arguments text_commands[] = {
    {"parse", "address"},    {"parse", "date"},   {"parse", "phone"},        {"parse", "corporate-name"},
    {"parse", "text"},       {"parse", "period"}, {"lookup", "address"},     {"lookup", "municipality"},
    {"lookup", "code"},      {"lookup", "town"},  {"lookup", "postal-code"}, {"lookup", "corporation"},
    {"lookup", "character"},
};

Arguments with(Arguments command, std::string word) {
    command.push_back(std::move(word));
    return command;
}

}  // namespace

TEST_CASE("the work of a command grows with a cell, not with its square") {
    const ScratchFolder folder;
    for (const std::string_view text : grown_texts) {
        for (const Arguments& command : file_commands) {
            CAPTURE(command, text);
            check_growth([&](std::size_t size) {
                const std::string cell = times(text, size);
                return with(command, folder.write("in.csv", "a,b,c\n1,\u304B" + cell + ",2\n"));
            });
        }
    }
}

TEST_CASE("the work of a command grows with a file, not with its square") {
    const ScratchFolder folder;
    for (const GrownFile& file : grown_files) {
        for (const Arguments& command : file_commands) {
            CAPTURE(command, file.start, file.repeated);
            check_growth([&](std::size_t size) {
                const std::string bytes = std::string(file.start) + times(file.repeated, size);
                return with(command, folder.write("in.csv", bytes));
            });
        }
    }
}

TEST_CASE("the work of a command grows with a text, not with its square") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    work_of({"build", "-o", registry, "tests/data/digital-agency", "tests/data/japanpost"});
    constexpr std::string_view start = "\u6771\u4EAC\u90FD\u6587\u4EAC\u533A";
    for (const std::string_view text : grown_texts) {
        if (text == "\x01" || text == "-") continue;  // no argument, or an option
        for (const Arguments& command : text_commands) {
            CAPTURE(command, text);
            check_growth([&](std::size_t size) {
                Arguments all = with(command, std::string(start) + times(text, size));
                all.insert(all.begin(), {"--registry", registry});
                return all;
            });
        }
    }
}

}  // namespace daicho
