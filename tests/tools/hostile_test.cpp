// Models that are made to harm, and targets that must not be replaced.
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/support/scratch_folder.hpp"
#include "tools/run.hpp"

namespace daicho {

namespace {

struct HostileOutcome {
    Exit exit;
    std::string out, talk;
};

HostileOutcome run_hostile(const std::vector<std::string>& arguments) {
    std::vector<const char*> words{"--lang", "en"};
    for (const std::string& argument : arguments) words.push_back(argument.c_str());
    std::ostringstream out, talk;
    const Exit exit = run(words, out, talk);
    return {exit, out.str(), talk.str()};
}

std::string hostile_model(const std::string& classes) {
    return "model test version \"1\" \"test\" status draft {\n    source \"of this test\" license "
           "\"CC0-1.0\";\n" +
           classes + "\n}\n";
}

/// Four layers of classes, each with `width` items of the next.
std::string fanning_out(int width) {
    std::string text;
    for (const std::string layer : {"AB", "BC", "CD", "DE"}) {
        text += "class " + layer.substr(0, 1) + " \"" + layer.substr(0, 1) + "\" {\n";
        for (int i = 0; i < width; ++i) {
            const std::string number = std::to_string(i);
            text += "i" + number + " \"i" + number + "\" : class " + layer.substr(1) + " 0..1;\n";
        }
        text += "}\n";
    }
    return text + "class E \"E\" { last \"last\" : text 0..1; }";
}

/// Every command that reads a model file, on this one.
std::vector<HostileOutcome> with_model(const std::string& text) {
    const ScratchFolder folder;
    const std::string model = folder.write("m.gifm", text), table = folder.write("t.csv", "last\n1\n");
    std::vector<HostileOutcome> outcomes;
    const std::vector<std::vector<std::string>> commands{
        {"models", "check", model},
        {"models", "list", model},
        {"models", "show", model, "--depth", "9"},
        {"validate", "--model", model, table},
        {"transform", "--model", model, table},
    };
    for (const auto& command : commands) outcomes.push_back(run_hostile(command));
    return outcomes;
}

}  // namespace

TEST_CASE("classes that extend each other in a circle are told, whatever reads them") {
    const char* const circles[] = {
        R"(class A "a" extends A { last "last" : text 0..1; })",
        R"(class A "a" extends B { last "last" : text 0..1; } class B "b" extends A { y "y" : text 0..1; })",
        R"(class A "a" extends B { last "last" : text 0..1; } class B "b" extends B { y "y" : text 0..1; })",
        R"(class A "a" { last "last" : class B 0..1; } class B "b" extends B { y "y" : text 0..1; })",
    };
    for (const char* const circle : circles) {
        CAPTURE(circle);
        const auto outcomes = with_model(hostile_model(circle));
        CHECK(outcomes.front().exit != Exit::clean);
        CHECK((outcomes.front().out + outcomes.front().talk).find("in a circle") != std::string::npos);
    }
}

TEST_CASE("a chain of classes that extend each other is read up to its limit, and refused beyond it") {
    const auto chain = [](std::size_t classes) {
        std::string text = R"(class C0 "c0" { last "last" : text 0..1; })";
        for (std::size_t i = 1; i < classes; ++i) {
            const std::string number = std::to_string(i);
            text += "class C" + number + " \"c" + number + "\" extends C" + std::to_string(i - 1) + " { i" +
                    number + " \"i" + number + "\" : text 0..1; }";
        }
        return hostile_model(text);
    };
    CHECK(with_model(chain(100)).front().exit == Exit::clean);
    const auto beyond = with_model(chain(300));
    CHECK(beyond.front().exit != Exit::clean);
    CHECK((beyond.front().out + beyond.front().talk).find("too deeply") != std::string::npos);
}

TEST_CASE("classes that fan out are refused before they take the memory") {
    const auto outcomes = with_model(hostile_model(fanning_out(60)));
    CHECK(outcomes.front().exit != Exit::clean);
    CHECK((outcomes.front().out + outcomes.front().talk).find("10000") != std::string::npos);
    CHECK(outcomes[3].exit == Exit::failure);
}

TEST_CASE("a registry is never written over a device, a folder or a pipe") {
    const ScratchFolder folder;
    const std::string pipe = folder / "pipe", inside = folder / "folder";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::filesystem::create_directory(inside);
    for (const std::string& target : {pipe, inside, std::string("/dev/null")}) {
        CAPTURE(target);
        const auto before = std::filesystem::status(target).type();
        const HostileOutcome outcome = run_hostile({"build", "-o", target, "tests/data/digital-agency"});
        CHECK(outcome.exit == Exit::failure);
        CHECK(std::filesystem::status(target).type() == before);
    }
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);  // nothing left behind
    CHECK(std::filesystem::is_empty(inside));
}

TEST_CASE("a link that leads to nothing yet is followed") {
    const ScratchFolder folder;
    const std::string table = folder.write("t.csv", "a\n1\n"), link = folder / "link.csv";
    std::filesystem::create_symlink("file.csv", link);
    const HostileOutcome outcome = run_hostile({"convert", table, "-o", link});
    CAPTURE(outcome.talk);
    CHECK(outcome.exit == Exit::clean);
    CHECK(std::filesystem::is_symlink(link));
    CHECK(std::filesystem::is_regular_file(folder / "file.csv"));
}

TEST_CASE("links that lead in a circle are no place to write") {
    const ScratchFolder folder;
    const std::string table = folder.write("t.csv", "a\n1\n"), one = folder / "one", other = folder / "other";
    std::filesystem::create_symlink("other", one);
    std::filesystem::create_symlink("one", other);
    CHECK(run_hostile({"convert", table, "-o", one}).exit == Exit::failure);
    CHECK(std::filesystem::is_symlink(one));
}

}  // namespace daicho
