#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Signatures are made and checked by the program that the key belongs to, which has to be installed:
/// `ssh-keygen` for keys of OpenSSH (a private one, or a public one whose private key an agent holds; to
/// check, a public one or a list of allowed signers), `minisign` for its own. The namespace of OpenSSH's
/// signatures is `daicho`.

/// What the name of a signature made with the key in the file `key` ends in: ".sig" or ".minisig". Throws
/// Error where it is no key that is known.
std::string signature_ending(const std::string& key);

/// The signature of `document` with the key in the file `key`. Throws Error where the program is missing or
/// refuses.
std::string sign(std::string_view document, const std::string& key);

/// Throws Error that begins with `name` unless `signature` was made over `document` with the key whose public
/// half is in the file `key`.
void check_signature(std::string_view document, std::string_view signature, const std::string& key,
                     const std::string& name);

}  // namespace daicho
