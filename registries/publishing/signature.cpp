#include "registries/publishing/signature.hpp"

#include <vector>

#include "grammars/base/both_texts.hpp"
#include "grammars/base/byte_sink.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_program.hpp"

namespace daicho {

namespace {

enum class KeyKind : std::uint8_t { ssh_private, ssh_public, ssh_signers, minisign };

KeyKind key_kind(const std::string& path) {
    const std::string text = read_file(path);
    if (text.starts_with("-----BEGIN OPENSSH PRIVATE KEY")) return KeyKind::ssh_private;
    if (text.starts_with("untrusted comment:")) return KeyKind::minisign;
    for (const std::string_view kind : {"ssh-", "ecdsa-", "sk-ssh-", "sk-ecdsa-"}) {
        if (text.starts_with(kind)) return KeyKind::ssh_public;
        if (text.find(std::string(" ").append(kind)) != text.npos) return KeyKind::ssh_signers;
    }
    throw Error{ErrorKind::usage, path + ": OpenSSH か minisign の鍵ではありません",
                path + ": not a key of OpenSSH or minisign"};
}

/// Files for a program that takes files, which go when this does.
class HandedOver {
 public:
    HandedOver() : start_(temporary_folder() + "/daicho-signature"), name_(make_temporary_beside(start_)) {}
    ~HandedOver() {
        for (const std::string& path : written_) remove_quietly(path);
        remove_quietly(name_);
    }
    HandedOver(const HandedOver&) = delete;
    HandedOver& operator=(const HandedOver&) = delete;

    std::string path(const char* ending) {
        written_.push_back(name_ + ending);
        return written_.back();
    }
    std::string write(const char* ending, std::string_view bytes) {
        const auto sink = file_sink(path(ending));
        sink->write(bytes);
        sink->commit();
        return written_.back();
    }

 private:
    static void remove_quietly(const std::string& path) {
        try {
            remove_file(path);
        } catch (const Error&) {  // somebody else cleaned the folder
        }
    }

    std::string start_;
    std::string name_;
    std::vector<std::string> written_;
};

/// What the program wrote; `failed` where it refuses.
std::string run_signer(const std::vector<std::string>& words, const BothTexts& failed,
                       const std::string& input = "/dev/null") {
    const ProgramRun run = run_program(words, true, input);
    if (run.exit_code == 127) {
        throw Error{ErrorKind::system, words.front() + " がありません。インストールしてください",
                    words.front() + " is not installed; install it"};
    }
    if (run.exit_code != 0) throw Error{ErrorKind::input, failed.ja, failed.en};
    return run.out;
}

BothTexts not_signed(const std::string& key) {
    return {key + ": この鍵では署名できませんでした", key + ": could not sign with this key"};
}

void check_with_ssh(HandedOver& files, const std::string& document, const std::string& signature,
                    const std::string& key, const BothTexts& failed) {
    std::string signers = key;
    if (key_kind(key) == KeyKind::ssh_public) signers = files.write(".signers", "daicho " + read_file(key));
    std::string who =
        run_signer({"ssh-keygen", "-Y", "find-principals", "-s", signature, "-f", signers}, failed);
    who.erase(std::min(who.find_first_of(",\r\n"), who.size()));
    run_signer({"ssh-keygen", "-Y", "verify", "-f", signers, "-I", who, "-n", "daicho", "-s", signature},
               failed, document);
}

}  // namespace

std::string signature_ending(const std::string& key) {
    return key_kind(key) == KeyKind::minisign ? ".minisig" : ".sig";
}

std::string sign(std::string_view document, const std::string& key) {
    HandedOver files;
    const std::string path = files.write(".json", document);
    if (key_kind(key) == KeyKind::minisign) {
        const std::string signature = files.path(".minisig");
        run_signer({"minisign", "-S", "-q", "-m", path, "-x", signature, "-s", key, "-t", "daicho"},
                   not_signed(key));
        return read_file(signature);
    }
    return run_signer({"ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", "daicho"}, not_signed(key), path);
}

void check_signature(std::string_view document, std::string_view signature, const std::string& key,
                     const std::string& name) {
    const BothTexts failed{name + ": 署名が鍵に合いません。受け取ったものは使いません",
                           name + ": the signature does not fit the key; nothing of it is used"};
    HandedOver files;
    const std::string path = files.write(".json", document);
    const std::string given = files.write(".signature", signature);
    if (key_kind(key) == KeyKind::minisign) {
        run_signer({"minisign", "-V", "-q", "-m", path, "-x", given, "-p", key}, failed);
        return;
    }
    check_with_ssh(files, path, given, key, failed);
}

}  // namespace daicho
