#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace daicho {

/// What kind of failure an Error is: what a service answers, and a caller in another language gets, by it.
enum class ErrorKind : std::uint8_t {
    usage,  ///< what was asked for does not exist or does not go together: a name, an option, a setting
    input,  ///< what was handed in is not what it should be: a table, a model, a mapping, a patch, an archive
    registry,  ///< a registry is missing, damaged, of another version, or lacks what was asked of it
    limit,     ///< what was handed in is larger than what is taken
    system,    ///< the machine failed: a file, a disk, the network, a library, another process in the way
};

/// What would help, where the caller has a switch for it: a command adds the sentence that names its option.
enum class ErrorHint : std::uint8_t {
    none,
    input_encoding,   ///< name the encoding of the input
    output_encoding,  ///< write in UTF-8
    header_row,       ///< name another record as the header
    setting,          ///< give the setting of a mapping that the text names
    pattern,          ///< ask for another required pattern, or for none
    registry,         ///< name a registry that has what is missing
    model,            ///< name another model
    list,             ///< ask for the list of what there is
    older,            ///< ask for what is older as well
};

/// A failure that the data did not cause: a file, a disk, a database, a malformed model. Caught in `main`,
/// the request handler and the C ABI only. The text names the place and the remedy, in both languages of the
/// program.
class Error : public std::runtime_error {
 public:
    Error(ErrorKind kind, std::string ja, std::string en, ErrorHint hint = ErrorHint::none)
        : std::runtime_error(en), ja_(std::move(ja)), en_(std::move(en)), kind_(kind), hint_(hint) {}

    ErrorKind kind() const { return kind_; }
    ErrorHint hint() const { return hint_; }
    const std::string& ja() const { return ja_; }
    const std::string& en() const { return en_; }

 private:
    std::string ja_;
    std::string en_;
    ErrorKind kind_;
    ErrorHint hint_;
};

}  // namespace daicho
