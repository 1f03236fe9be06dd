#pragma once

#include <string_view>

#include "registries/fetch/http_client.hpp"

namespace daicho {

/// Reads one line of an answer's head ("HTTP/1.1 200 OK", "Name: value") into `head`; a status line starts
/// anew. What cannot be read is left out.
void read_head_line(std::string_view line, HttpHead& head);

}  // namespace daicho
