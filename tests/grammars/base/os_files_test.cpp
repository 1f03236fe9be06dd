#include "grammars/base/os_files.hpp"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include "catch2/catch.hpp"
#include "grammars/base/date_in_japan.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;
using Catch::Contains;

namespace {

/// A process that holds a lock until it is killed.
class Holder {
 public:
    explicit Holder(const std::string& path) {
        int ready[2];
        REQUIRE(::pipe(ready) == 0);
        pid_ = ::fork();
        if (pid_ == 0) {
            const auto lock = FileLock::try_lock(path);
            [[maybe_unused]] const auto told = ::write(ready[1], lock ? "y" : "n", 1);
            for (;;) ::pause();
        }
        char answer = 0;
        REQUIRE(::read(ready[0], &answer, 1) == 1);
        REQUIRE(answer == 'y');
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Holder() { kill(); }
    void kill() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            ::waitpid(pid_, nullptr, 0);
        }
        pid_ = 0;
    }

 private:
    pid_t pid_ = 0;
};

std::vector<std::string> names_in(const ScratchFolder& folder) {
    return list_folder(folder.path());
}

}  // namespace

TEST_CASE("a lock is held by one process at a time, and given back when that is killed") {
    const ScratchFolder folder;
    const std::string path = folder / "registry.lock";
    Holder holder{path};
    CHECK_FALSE(FileLock::try_lock(path));
    holder.kill();
    CHECK(FileLock::try_lock(path));
    const auto mine = FileLock::try_lock(path);
    REQUIRE(mine);
    CHECK_FALSE(FileLock::try_lock(path));
}

TEST_CASE("who waits for a lock gets it when the process that has it ends") {
    const ScratchFolder folder;
    const std::string path = folder / "registry.lock";
    Holder holder{path};
    std::atomic<bool> got{false};
    std::thread waiting{[&] {
        const FileLock lock = FileLock::wait(path);
        got = true;
    }};
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    CHECK_FALSE(got);
    holder.kill();
    waiting.join();
    CHECK(got);
    CHECK(FileLock::try_lock(path));
}

TEST_CASE("a lock on a file that was removed meanwhile is not taken for one on the file that is there") {
    const ScratchFolder folder;
    const std::string path = folder / "lock";
    const auto old = FileLock::try_lock(path);
    REQUIRE(old);
    remove_file(path);
    CHECK(FileLock::try_lock(path));
    CHECK_THROWS_WITH(FileLock::try_lock(folder / "none/lock"), Contains("cannot make the lock file"));
}

TEST_CASE("a file takes the place of another, and a link to it stays a link") {
    const ScratchFolder folder;
    folder.write("old.db", "old");
    std::filesystem::create_symlink("old.db", folder / "link.db");
    const std::string target = real_target(folder / "link.db");
    const std::string fresh = make_temporary_beside(target);
    CHECK(fresh.starts_with(target + ".daicho-"));
    CHECK(read_file(fresh).empty());
    folder.write(fresh.substr(folder.path().size() + 1), "new");
    sync_file(fresh);
    rename_file(fresh, target);
    CHECK(read_file(folder / "link.db") == "new");
    CHECK(std::filesystem::is_symlink(folder / "link.db"));
    CHECK(names_in(folder) == std::vector<std::string>{"link.db", "old.db"});
    CHECK_THROWS_WITH(rename_file(folder / "none", target), Contains("no such file"));
}

TEST_CASE("what killed processes left is removed, and nothing else") {
    const ScratchFolder folder;
    const std::string path = folder.write("r.sqlite", "");
    const std::string left = make_temporary_beside(path);
    make_temporary_beside(folder / "other.sqlite");
    folder.write(left.substr(folder.path().size() + 1) + "-journal", "");
    folder.write("r.sqlite.daicho-note", "");
    folder.write("r.sqlite.daicho-notebook", "");
    CHECK(remove_temporaries_beside(path) == 2);
    CHECK(names_in(folder).size() == 4);
}

TEST_CASE("a copy has the bytes of the file, also over a longer one") {
    const ScratchFolder folder;
    const std::string bytes(3'000'001, 'x');
    const std::string from = folder.write("from", bytes);
    const std::string to = folder.write("to", bytes + "tail");
    copy_file(from, to);
    CHECK(read_file(to) == bytes);
    CHECK_THROWS_WITH(copy_file(folder / "none", to), Contains("none: cannot be opened"));
    CHECK_THROWS_WITH(copy_file(from, folder / "no/to"), Contains("no/to: cannot be written"));
    CHECK_THROWS_WITH(copy_file(from, "/dev/full"),
                      Contains("/dev/full: cannot be written: no space is left"));
    copy_file("/proc/version", to);  // of no size, and from where the system cannot copy by itself
    CHECK(read_file(to) == read_file("/proc/version"));
}

TEST_CASE("a file is known by its kind, its size, its day and its number") {
    const ScratchFolder folder;
    const std::string path = folder.write("x", "123");
    std::filesystem::create_hard_link(path, folder / "y");
    const auto facts = file_facts(path);
    REQUIRE(facts);
    CHECK(facts->kind == FileStatus::Kind::file);
    CHECK(facts->size == 3);
    CHECK(facts->modified.size() == 10);
    CHECK(facts->number == file_facts(folder / "y")->number);
    CHECK(file_facts(folder.path())->kind == FileStatus::Kind::folder);
    CHECK(file_facts("/dev/null")->kind == FileStatus::Kind::other);
    CHECK_FALSE(file_facts(folder / "none"));
    CHECK_FALSE(file_facts(path + "/below"));
    std::filesystem::create_symlink("ring", folder / "ring");
    CHECK_THROWS_WITH(file_facts(folder / "ring"), Contains("in a circle"));
    CHECK(remove_file(path));
    CHECK_FALSE(remove_file(path));
}

TEST_CASE("days are those in Japan, whatever the clock of the machine is set to") {
    CHECK(date_in_japan(0) == "1970-01-01");
    CHECK(date_in_japan(1'700'000'000 - 8 * 3600) == "2023-11-14");  // 2023-11-14T14:13:20Z
    CHECK(date_in_japan(1'700'000'000 - 7 * 3600) == "2023-11-15");
    CHECK(date_in_japan(-1).empty());
    CHECK(date_in_japan(253402300799).empty());
}

TEST_CASE("a spooled source can be read from anywhere, in memory and behind it") {
    const ScratchFolder folder;
    std::string bytes;
    for (unsigned i = 0; bytes.size() < 3'000'000; ++i) bytes += std::to_string(i);
    InputFile file{folder.write("x", bytes)};
    SpooledSource spool{file};
    const auto read_at = [&](std::uint64_t offset, std::size_t size) {
        spool.seek(offset);
        std::string text(size, '\0');
        std::size_t filled = 0;
        while (const std::size_t got = spool.read(text.data() + filled, size - filled)) filled += got;
        return text.substr(0, filled);
    };
    for (const std::uint64_t offset : {5u, 2'000'000u, 1'048'570u, 0u, 2'999'990u}) {
        CHECK(read_at(offset, 100) == bytes.substr(offset, 100));
    }
    CHECK(spool.size() == bytes.size());
    CHECK(read_at(bytes.size() + 10, 5).empty());
    CHECK(read_at(1'048'000, 1000) == bytes.substr(1'048'000, 1000));
    CHECK(read_at(0, bytes.size()) == bytes);
}
