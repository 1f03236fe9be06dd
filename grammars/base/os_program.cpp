#include "grammars/base/os_program.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grammars/base/digest.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_failure.hpp"

namespace daicho {

namespace {

std::string hex_of(const unsigned char* bytes, std::size_t size) {
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out.append({digits[bytes[i] >> 4], digits[bytes[i] & 15]});
    return out;
}

std::size_t padded(std::size_t size) {
    return (size + 3) & ~std::size_t{3};
}

/// The build id among the notes of a program that is in memory.
std::string build_id_in(const unsigned char* notes, std::size_t size) {
    while (size >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) note;
        std::memcpy(&note, notes, sizeof note);
        const std::size_t name = padded(note.n_namesz), text = padded(note.n_descsz);
        if (sizeof note + name + text > size) break;
        const unsigned char* const id = notes + sizeof note + name;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(id - name, "GNU", 4) == 0)
            return hex_of(id, note.n_descsz);
        notes += sizeof note + name + text;
        size -= sizeof note + name + text;
    }
    return {};
}

/// The first object is the program itself.
int look_for_build_id(dl_phdr_info* info, std::size_t, void* found) {
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& header = info->dlpi_phdr[i];
        if (header.p_type != PT_NOTE) continue;
        const auto* notes = reinterpret_cast<const unsigned char*>(info->dlpi_addr + header.p_vaddr);
        std::string id = build_id_in(notes, header.p_memsz);
        if (id.empty()) continue;
        *static_cast<std::string*>(found) = std::move(id);
        break;
    }
    return 1;
}

[[noreturn]] void fail_to_run(const std::string& name, int error) {
    throw_system_error(name, "実行できません", "cannot be run", error);
}

/// The actions of a child: input from a file, output into the pipe.
class SpawnActions {
 public:
    SpawnActions(int output, bool quiet, const std::string& input) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, 0, input.c_str(), O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, output, 1);
        if (quiet) posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
    }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
    posix_spawn_file_actions_t actions_;
};

std::string read_to_end(int fd) {
    std::string out;
    std::array<char, 65536> buffer;
    while (true) {
        const ssize_t got = read(fd, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return out;
        out.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

}  // namespace

std::string program_identity() {
    std::string id;
    dl_iterate_phdr(look_for_build_id, &id);
    if (!id.empty()) return id;
    Sha256 digest;
    digest.add(read_file("/proc/self/exe"));
    return digest.hex();
}

ProgramRun run_program(const std::vector<std::string>& arguments, bool quiet, const std::string& input) {
    std::vector<char*> words;
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail_to_run(arguments.front(), errno);
    const SpawnActions actions(ends[1], quiet, input);
    pid_t child = 0;
    const int error = posix_spawnp(&child, words.front(), actions.get(), nullptr, words.data(), environ);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        if (error == ENOENT) return {127, {}};
        fail_to_run(arguments.front(), error);
    }
    ProgramRun run;
    run.out = read_to_end(ends[0]);
    close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return run;
}

std::vector<std::string> environment_names(std::string_view start) {
    std::vector<std::string> names;
    for (const char* const* entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const std::size_t sign = text.find('=');
        if (text.starts_with(start) && sign != text.npos && sign + 1 < text.size())
            names.emplace_back(text.substr(0, sign));
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace daicho
