-- PolicyLectures, asked as teacher-parent: answered by statement

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.policyLectures
-- _l1: PolicyLecture.citedEditions
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
                  '[' || string_agg(
                    '["' || _l1."id"::text || '",' || _l1."number"::text || ',"' || _l1."effective_from"::text || '",' || right(
                      json_build_array(
                        _l1."title",
                        (
                          case
                            when _l1.status <> 'PUBLISHED' then null
                            when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l1.effective_to < $2::date then _l1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from
                      lecture_citation _link
                      join policy_edition _l1 on _l1.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l0.id
                        and exists (
                          select 1
                          from policy_document doc
                          where
                            doc.id = _l1.document_id
                            and (
                              (
                                _l1.status = 'PUBLISHED'
                                and (
                                  doc.is_public
                                  or exists (
                                    select 1
                                    from audience_target t
                                    where
                                      t.audience_id = doc.audience_id
                                      and t.key = any ($3::text[])
                                  )
                                  or doc.school_id = any ($4::uuid[])
                                  or (
                                    doc.school_id is null
                                    and (
                                      doc.district_id is null
                                      or doc.district_id = any ($5::uuid[])
                                    )
                                  )
                                )
                              )
                              or (
                                doc.created_by_id = $6::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $6::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $2::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $2::date
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
                        and true
                      )
                    order by
                      _l1."effective_from" desc,
                      _l1."id" desc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."duration_minutes"::text || ',' || right(json_build_array(_l0."title", _l0."lecturer_name", _l0."media_url", _l0."listed_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_lecture _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $6::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $6::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      _l0.status = 'PUBLISHED'
                      and (
                        _l0.is_public
                        or exists (
                          select 1
                          from audience_target t
                          where
                            t.audience_id = _l0.audience_id
                            and t.key = any ($3::text[])
                        )
                        or _l0.school_id = any ($4::uuid[])
                        or (
                          _l0.school_id is null
                          and (
                            _l0.district_id is null
                            or _l0.district_id = any ($5::uuid[])
                          )
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guest
-- _l0: Query.policyLectures
-- _l1: PolicyLecture.citedEditions
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
                  '[' || string_agg(
                    '["' || _l1."id"::text || '",' || _l1."number"::text || ',"' || _l1."effective_from"::text || '",' || right(
                      json_build_array(
                        _l1."title",
                        (
                          case
                            when _l1.status <> 'PUBLISHED' then null
                            when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l1.effective_to < $2::date then _l1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from
                      lecture_citation _link
                      join policy_edition _l1 on _l1.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l0.id
                        and exists (
                          select 1
                          from policy_document doc
                          where
                            doc.id = _l1.document_id
                            and (
                              _l1.status = 'PUBLISHED'
                              and doc.is_public
                            )
                        )
                        and true
                      )
                    order by
                      _l1."effective_from" desc,
                      _l1."id" desc
                    limit $3::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."duration_minutes"::text || ',' || right(json_build_array(_l0."title", _l0."lecturer_name", _l0."media_url", _l0."listed_at"::text)::text, -1)
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
              from policy_lecture _l0
              where
                (
                  (
                    _l0.status = 'PUBLISHED'
                    and _l0.is_public
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _l0: Query.policyLectures
-- _l1: PolicyLecture.citedEditions
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
                  '[' || string_agg(
                    '["' || _l1."id"::text || '",' || _l1."number"::text || ',"' || _l1."effective_from"::text || '",' || right(
                      json_build_array(
                        _l1."title",
                        (
                          case
                            when _l1.status <> 'PUBLISHED' then null
                            when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l1.effective_to < $2::date then _l1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from
                      lecture_citation _link
                      join policy_edition _l1 on _l1.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l0.id
                        and exists (
                          select 1
                          from policy_document doc
                          where
                            doc.id = _l1.document_id
                            and (
                              (
                                _l1.status = 'PUBLISHED'
                                and doc.is_public
                              )
                              or (
                                doc.created_by_id = $3::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $3::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $2::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $2::date
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
                        and true
                      )
                    order by
                      _l1."effective_from" desc,
                      _l1."id" desc
                    limit $4::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."duration_minutes"::text || ',' || right(json_build_array(_l0."title", _l0."lecturer_name", _l0."media_url", _l0."listed_at"::text)::text, -1)
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
              from policy_lecture _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $3::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $3::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      _l0.status = 'PUBLISHED'
                      and _l0.is_public
                    )
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian (as parent)
-- _l0: Query.policyLectures
-- _l1: PolicyLecture.citedEditions
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
                  '[' || string_agg(
                    '["' || _l1."id"::text || '",' || _l1."number"::text || ',"' || _l1."effective_from"::text || '",' || right(
                      json_build_array(
                        _l1."title",
                        (
                          case
                            when _l1.status <> 'PUBLISHED' then null
                            when _l1.effective_from > $2::date then 'NOT_YET_IN_FORCE'
                            when _l1.effective_to < $2::date then _l1.ending
                            else 'IN_FORCE'
                          end
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from
                      lecture_citation _link
                      join policy_edition _l1 on _l1.id = _link."edition_id"
                    where
                      (
                        _link."lecture_id" = _l0.id
                        and exists (
                          select 1
                          from policy_document doc
                          where
                            doc.id = _l1.document_id
                            and (
                              (
                                _l1.status = 'PUBLISHED'
                                and (
                                  doc.is_public
                                  or exists (
                                    select 1
                                    from audience_target t
                                    where
                                      t.audience_id = doc.audience_id
                                      and t.key = any ($3::text[])
                                  )
                                )
                              )
                              or (
                                doc.created_by_id = $4::uuid
                                and exists (
                                  select 1
                                  from staff_assignment own
                                  where
                                    own.staff_id = $4::uuid
                                    and own.ended_at is null
                                    and own.valid_from <= $2::date
                                    and (
                                      own.valid_to is null
                                      or own.valid_to >= $2::date
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
                        and true
                      )
                    order by
                      _l1."effective_from" desc,
                      _l1."id" desc
                    limit $5::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '",' || _l0."duration_minutes"::text || ',' || right(json_build_array(_l0."title", _l0."lecturer_name", _l0."media_url", _l0."listed_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $6::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $6::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from policy_lecture _l0
              where
                (
                  (
                    (
                      _l0.created_by_id = $4::uuid
                      and exists (
                        select 1
                        from staff_assignment own
                        where
                          own.staff_id = $4::uuid
                          and own.ended_at is null
                          and own.valid_from <= $2::date
                          and (
                            own.valid_to is null
                            or own.valid_to >= $2::date
                          )
                          and (
                            own.school_id = _l0.school_id
                            or (
                              _l0.school_id is null
                              and coalesce(_l0.district_id, own.district_id) = own.district_id
                            )
                          )
                      )
                    )
                    or (
                      _l0.status = 'PUBLISHED'
                      and (
                        _l0.is_public
                        or exists (
                          select 1
                          from audience_target t
                          where
                            t.audience_id = _l0.audience_id
                            and t.key = any ($3::text[])
                        )
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."listed_at" desc,
                _l0."id" desc
              limit ($6::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
