#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a client asks and what it is answered, without sockets: the functions of `endpoints` turn one into
/// the other.
namespace daicho {

enum class Method : std::uint8_t { get, head, post, options, other };

/// "GET"
std::string_view to_string(Method method);

struct Header {
    std::string name;
    std::string value;
};

struct QueryItem {
    std::string name;
    std::string value;
};

/// A request whose target was read (`read_target`). Texts are UTF-8, percent-decoded.
struct Request {
    Method method = Method::get;
    std::string path;              ///< "/v1/corporations/7000012050002"
    std::vector<QueryItem> query;  ///< in the order of the target
    std::vector<Header> headers;   ///< names in lower case, each once
    std::string body;              ///< all of it, unless the route reads it in parts
    std::string client;            ///< address of the peer, for limits only; never written anywhere

    /// The value of a header by its name in lower case; empty where there is none.
    std::string_view header(std::string_view name) const;
    /// The first value of a parameter, or null.
    const std::string* parameter(std::string_view name) const;
};

struct Response {
    unsigned status = 200;
    std::string type = "application/json";
    std::vector<Header> headers;
    std::string body;
};

/// "Not Found"
std::string_view reason_phrase(unsigned status);

}  // namespace daicho
