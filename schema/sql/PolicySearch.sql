-- PolicySearch, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _l0: Query.policySegments
-- _r0: Segment.edition
-- _r1: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '","' || _r1."level"::text || '",' || right(json_build_array(_r1."document_number", _r1."issuer")::text, -1)
                      from policy_document _r1
                      where
                        (
                          _r1.id = _r0."document_id"
                          and (
                            (
                              _r1.created_by_id = $2::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $2::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _r1.school_id
                                    or (
                                      _r1.school_id is null
                                      and coalesce(_r1.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or (
                              (
                                select true
                                from policy_edition pub
                                where
                                  pub.document_id = _r1.id
                                  and pub.status = 'PUBLISHED'
                                limit 1
                              )
                              and (
                                _r1.is_public
                                or exists (
                                  select 1
                                  from audience_target t
                                  where
                                    t.audience_id = _r1.audience_id
                                    and t.key = any ($4::text[])
                                )
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                      json_build_array(
                        _r0."title",
                        (
                          case
                            when _r0.status <> 'PUBLISHED' then null
                            when _r0.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                            when _r0.effective_to < $3::date then _r0.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = _l0."edition_id"
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = doc.audience_id
                                  and t.key = any ($4::text[])
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $2::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $2::uuid
                                and own.ended_at is null
                                and own.valid_from <= $3::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $3::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || right(json_build_array(_l0."heading", _l0."text", _l0."edition_id"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from segment _l0
              where
                (
                  exists (
                    select 1
                    from
                      policy_edition edn
                      join policy_document doc on doc.id = edn.document_id
                    where
                      edn.id = _l0.edition_id
                      and (
                        (
                          edn.status = 'PUBLISHED'
                          and (
                            doc.is_public
                            or exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = doc.audience_id
                                and t.key = any ($4::text[])
                            )
                          )
                        )
                        or (
                          doc.created_by_id = $2::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $2::uuid
                              and own.ended_at is null
                              and own.valid_from <= $3::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $3::date
                              )
                              and (
                                own.school_id = doc.school_id
                                or (
                                  doc.school_id is null
                                  and coalesce(doc.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                      )
                  )
                  and exists (
                    select 1
                    from policy_edition pub
                    where
                      pub.id = _l0.edition_id
                      and pub.status = 'PUBLISHED'
                  )
                  and (
                    (
                      (
                        string_to_array(regexp_replace(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(
                          regexp_replace(substr(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), 2), '..', '\&' || chr(31), 'g'),
                          chr(31)
                        )
                      ) @> nullif(
                        array(
                          select pair
                          from
                            unnest($6::text[]) phrase,
                            unnest(
                              (
                                string_to_array(regexp_replace(lower(phrase collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(regexp_replace(substr(lower(phrase collate "C"), 2), '..', '\&' || chr(31), 'g'), chr(31))
                              )
                            ) pair
                          where length(pair) = 2
                        ),
                        '{}'
                      )
                      and lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C") like all (
                        array(
                          select '%' || regexp_replace(lower(phrase collate "C"), '([%_\\])', '\\\1', 'g') || '%'
                          from unnest($7::text[]) phrase
                        )
                      )
                    )
                    and (
                      _l0.edition_id in (
                        select val.id
                        from policy_edition val
                        where
                          (
                            case
                              when val.status <> 'PUBLISHED' then null
                              when val.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                              when val.effective_to < $3::date then val.ending
                              else 'IN_FORCE'
                            end
                          ) = any ($8::text[])
                      )
                    ) is true
                  )
                )
              order by
                _l0."edition_id" desc,
                _l0."ordinal" asc,
                _l0."id" asc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guest
-- _l0: Query.policySegments
-- _r0: Segment.edition
-- _r1: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '","' || _r1."level"::text || '",' || right(json_build_array(_r1."document_number", _r1."issuer")::text, -1)
                      from policy_document _r1
                      where
                        (
                          _r1.id = _r0."document_id"
                          and (
                            (
                              select true
                              from policy_edition pub
                              where
                                pub.document_id = _r1.id
                                and pub.status = 'PUBLISHED'
                              limit 1
                            )
                            and _r1.is_public
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                      json_build_array(
                        _r0."title",
                        (
                          case
                            when _r0.status <> 'PUBLISHED' then null
                            when _r0.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _r0.effective_to < $2::date then _r0.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = _l0."edition_id"
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          _r0.status = 'PUBLISHED'
                          and doc.is_public
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || right(json_build_array(_l0."heading", _l0."text", _l0."edition_id"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $3::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $3::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from segment _l0
              where
                (
                  exists (
                    select 1
                    from
                      policy_edition edn
                      join policy_document doc on doc.id = edn.document_id
                    where
                      edn.id = _l0.edition_id
                      and (
                        edn.status = 'PUBLISHED'
                        and doc.is_public
                      )
                  )
                  and (
                    (
                      (
                        string_to_array(regexp_replace(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(
                          regexp_replace(substr(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), 2), '..', '\&' || chr(31), 'g'),
                          chr(31)
                        )
                      ) @> nullif(
                        array(
                          select pair
                          from
                            unnest($4::text[]) phrase,
                            unnest(
                              (
                                string_to_array(regexp_replace(lower(phrase collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(regexp_replace(substr(lower(phrase collate "C"), 2), '..', '\&' || chr(31), 'g'), chr(31))
                              )
                            ) pair
                          where length(pair) = 2
                        ),
                        '{}'
                      )
                      and lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C") like all (
                        array(
                          select '%' || regexp_replace(lower(phrase collate "C"), '([%_\\])', '\\\1', 'g') || '%'
                          from unnest($5::text[]) phrase
                        )
                      )
                    )
                    and (
                      _l0.edition_id in (
                        select val.id
                        from policy_edition val
                        where
                          (
                            case
                              when val.status <> 'PUBLISHED' then null
                              when val.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                              when val.effective_to < $2::date then val.ending
                              else 'IN_FORCE'
                            end
                          ) = any ($6::text[])
                      )
                    ) is true
                  )
                )
              order by
                _l0."edition_id" desc,
                _l0."ordinal" asc,
                _l0."id" asc
              limit ($3::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _l0: Query.policySegments
-- _r0: Segment.edition
-- _r1: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '","' || _r1."level"::text || '",' || right(json_build_array(_r1."document_number", _r1."issuer")::text, -1)
                      from policy_document _r1
                      where
                        (
                          _r1.id = _r0."document_id"
                          and (
                            (
                              _r1.created_by_id = $2::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $2::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _r1.school_id
                                    or (
                                      _r1.school_id is null
                                      and coalesce(_r1.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or (
                              (
                                select true
                                from policy_edition pub
                                where
                                  pub.document_id = _r1.id
                                  and pub.status = 'PUBLISHED'
                                limit 1
                              )
                              and _r1.is_public
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                      json_build_array(
                        _r0."title",
                        (
                          case
                            when _r0.status <> 'PUBLISHED' then null
                            when _r0.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                            when _r0.effective_to < $3::date then _r0.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = _l0."edition_id"
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and doc.is_public
                          )
                          or (
                            doc.created_by_id = $2::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $2::uuid
                                and own.ended_at is null
                                and own.valid_from <= $3::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $3::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || right(json_build_array(_l0."heading", _l0."text", _l0."edition_id"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $4::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $4::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from segment _l0
              where
                (
                  exists (
                    select 1
                    from
                      policy_edition edn
                      join policy_document doc on doc.id = edn.document_id
                    where
                      edn.id = _l0.edition_id
                      and (
                        (
                          edn.status = 'PUBLISHED'
                          and doc.is_public
                        )
                        or (
                          doc.created_by_id = $2::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $2::uuid
                              and own.ended_at is null
                              and own.valid_from <= $3::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $3::date
                              )
                              and (
                                own.school_id = doc.school_id
                                or (
                                  doc.school_id is null
                                  and coalesce(doc.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                      )
                  )
                  and exists (
                    select 1
                    from policy_edition pub
                    where
                      pub.id = _l0.edition_id
                      and pub.status = 'PUBLISHED'
                  )
                  and (
                    (
                      (
                        string_to_array(regexp_replace(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(
                          regexp_replace(substr(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), 2), '..', '\&' || chr(31), 'g'),
                          chr(31)
                        )
                      ) @> nullif(
                        array(
                          select pair
                          from
                            unnest($5::text[]) phrase,
                            unnest(
                              (
                                string_to_array(regexp_replace(lower(phrase collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(regexp_replace(substr(lower(phrase collate "C"), 2), '..', '\&' || chr(31), 'g'), chr(31))
                              )
                            ) pair
                          where length(pair) = 2
                        ),
                        '{}'
                      )
                      and lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C") like all (
                        array(
                          select '%' || regexp_replace(lower(phrase collate "C"), '([%_\\])', '\\\1', 'g') || '%'
                          from unnest($6::text[]) phrase
                        )
                      )
                    )
                    and (
                      _l0.edition_id in (
                        select val.id
                        from policy_edition val
                        where
                          (
                            case
                              when val.status <> 'PUBLISHED' then null
                              when val.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                              when val.effective_to < $3::date then val.ending
                              else 'IN_FORCE'
                            end
                          ) = any ($7::text[])
                      )
                    ) is true
                  )
                )
              order by
                _l0."edition_id" desc,
                _l0."ordinal" asc,
                _l0."id" asc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.policySegments
-- _r0: Segment.edition
-- _r1: PolicyEdition.document
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '","' || _r1."level"::text || '",' || right(json_build_array(_r1."document_number", _r1."issuer")::text, -1)
                      from policy_document _r1
                      where
                        (
                          _r1.id = _r0."document_id"
                          and (
                            (
                              _r1.created_by_id = $2::uuid
                              and exists (
                                select 1
                                from staff_assignment own
                                where
                                  own.staff_id = $2::uuid
                                  and own.ended_at is null
                                  and own.valid_from <= $3::date
                                  and (
                                    own.valid_to is null
                                    or own.valid_to >= $3::date
                                  )
                                  and (
                                    own.school_id = _r1.school_id
                                    or (
                                      _r1.school_id is null
                                      and coalesce(_r1.district_id, own.district_id) = own.district_id
                                    )
                                  )
                              )
                            )
                            or (
                              (
                                select true
                                from policy_edition pub
                                where
                                  pub.document_id = _r1.id
                                  and pub.status = 'PUBLISHED'
                                limit 1
                              )
                              and (
                                _r1.is_public
                                or exists (
                                  select 1
                                  from audience_target t
                                  where
                                    t.audience_id = _r1.audience_id
                                    and t.key = any ($4::text[])
                                )
                                or _r1.school_id = any ($5::uuid[])
                                or (
                                  _r1.school_id is null
                                  and (
                                    _r1.district_id is null
                                    or _r1.district_id = any ($6::uuid[])
                                  )
                                )
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r0."id"::text || '",' || _r0."number"::text || ',"' || _r0."effective_from"::text || '",' || right(
                      json_build_array(
                        _r0."title",
                        (
                          case
                            when _r0.status <> 'PUBLISHED' then null
                            when _r0.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                            when _r0.effective_to < $3::date then _r0.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    )
                  )
                from policy_edition _r0
                where
                  (
                    _r0.id = _l0."edition_id"
                    and exists (
                      select 1
                      from policy_document doc
                      where
                        doc.id = _r0.document_id
                        and (
                          (
                            _r0.status = 'PUBLISHED'
                            and (
                              doc.is_public
                              or exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = doc.audience_id
                                  and t.key = any ($4::text[])
                              )
                              or doc.school_id = any ($5::uuid[])
                              or (
                                doc.school_id is null
                                and (
                                  doc.district_id is null
                                  or doc.district_id = any ($6::uuid[])
                                )
                              )
                            )
                          )
                          or (
                            doc.created_by_id = $2::uuid
                            and exists (
                              select 1
                              from staff_assignment own
                              where
                                own.staff_id = $2::uuid
                                and own.ended_at is null
                                and own.valid_from <= $3::date
                                and (
                                  own.valid_to is null
                                  or own.valid_to >= $3::date
                                )
                                and (
                                  own.school_id = doc.school_id
                                  or (
                                    doc.school_id is null
                                    and coalesce(doc.district_id, own.district_id) = own.district_id
                                  )
                                )
                            )
                          )
                        )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."ordinal"::text || ',' || right(json_build_array(_l0."heading", _l0."text", _l0."edition_id"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from segment _l0
              where
                (
                  exists (
                    select 1
                    from
                      policy_edition edn
                      join policy_document doc on doc.id = edn.document_id
                    where
                      edn.id = _l0.edition_id
                      and (
                        (
                          edn.status = 'PUBLISHED'
                          and (
                            doc.is_public
                            or exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = doc.audience_id
                                and t.key = any ($4::text[])
                            )
                            or doc.school_id = any ($5::uuid[])
                            or (
                              doc.school_id is null
                              and (
                                doc.district_id is null
                                or doc.district_id = any ($6::uuid[])
                              )
                            )
                          )
                        )
                        or (
                          doc.created_by_id = $2::uuid
                          and exists (
                            select 1
                            from staff_assignment own
                            where
                              own.staff_id = $2::uuid
                              and own.ended_at is null
                              and own.valid_from <= $3::date
                              and (
                                own.valid_to is null
                                or own.valid_to >= $3::date
                              )
                              and (
                                own.school_id = doc.school_id
                                or (
                                  doc.school_id is null
                                  and coalesce(doc.district_id, own.district_id) = own.district_id
                                )
                              )
                          )
                        )
                      )
                  )
                  and exists (
                    select 1
                    from policy_edition pub
                    where
                      pub.id = _l0.edition_id
                      and pub.status = 'PUBLISHED'
                  )
                  and (
                    (
                      (
                        string_to_array(regexp_replace(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(
                          regexp_replace(substr(lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C"), 2), '..', '\&' || chr(31), 'g'),
                          chr(31)
                        )
                      ) @> nullif(
                        array(
                          select pair
                          from
                            unnest($8::text[]) phrase,
                            unnest(
                              (
                                string_to_array(regexp_replace(lower(phrase collate "C"), '..', '\&' || chr(31), 'g'), chr(31)) || string_to_array(regexp_replace(substr(lower(phrase collate "C"), 2), '..', '\&' || chr(31), 'g'), chr(31))
                              )
                            ) pair
                          where length(pair) = 2
                        ),
                        '{}'
                      )
                      and lower((coalesce(_l0.heading || ' ', '') || _l0.text) collate "C") like all (
                        array(
                          select '%' || regexp_replace(lower(phrase collate "C"), '([%_\\])', '\\\1', 'g') || '%'
                          from unnest($9::text[]) phrase
                        )
                      )
                    )
                    and (
                      _l0.edition_id in (
                        select val.id
                        from policy_edition val
                        where
                          (
                            case
                              when val.status <> 'PUBLISHED' then null
                              when val.effective_from > $3::date then 'NOT_YET_IN_FORCE'
                              when val.effective_to < $3::date then val.ending
                              else 'IN_FORCE'
                            end
                          ) = any ($10::text[])
                      )
                    ) is true
                  )
                )
              order by
                _l0."edition_id" desc,
                _l0."ordinal" asc,
                _l0."id" asc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
