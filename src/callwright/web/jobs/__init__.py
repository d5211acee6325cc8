"""Work in the background: kept in the database, run by the server itself or by any number of workers."""
