"""Ready notes to send: plain text with the reader's own facts filled in, in whichever language is needed."""
