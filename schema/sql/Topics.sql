-- Topics, asked as parent: answered by statement

-- the whole query, for guest; signed in (as lecturer); guardian (as parent); guardian + teacher + staff (as teacher-parent)
-- _l0: Query.topics
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || coalesce(
      (
        select '[' || string_agg('["' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."code")::text, -1), ',') || ']'
        from
          (
            select _l0.*
            from topic _l0
            where true
            order by
              _l0."code" asc,
              _l0."id" asc
            limit ($2::int + 1)
          ) _l0
      ),
      'null'
    ) || ']'
  end;
