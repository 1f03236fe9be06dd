#pragma once

#include <memory>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// The encoding that the XML declaration of `source` names although all its bytes are UTF-8, and not ASCII
/// alone;
/// "" where it names none or a right one. Reads `source`, which can be rewound, to its end at most; it is at
/// its start afterwards.
std::string wrongly_declared_encoding(ByteSource& source);

/// `source` (rewindable) without the encoding that its declaration names: XML is UTF-8 then. As long as it.
std::unique_ptr<ByteSource> without_declared_encoding(ByteSource& source);

}  // namespace daicho
