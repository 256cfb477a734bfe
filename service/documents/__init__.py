"""What goes out: a suggestion or a check as plain text, Markdown or an official form. Values in, text or bytes out."""
